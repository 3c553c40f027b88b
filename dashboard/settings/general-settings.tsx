import { Radio, Stack, Switch, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AppSettings } from "../../src/client/index.ts";
import type { AppBody } from "../../src/server/index.ts";
import { accounts } from "../api/accounts.ts";
import { Failure } from "../parts/failure.tsx";

/** The settings of an app; each is kept as soon as it is chosen. Others than admins see them, and cannot change them. */
export function GeneralSettings({
  app,
  changeable,
}: {
  readonly app: AppBody;
  readonly changeable: boolean;
}) {
  const queryClient = useQueryClient();
  const update = useMutation({
    mutationFn: (settings: Partial<AppSettings>) => accounts.updateApp(app.name, settings),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["app", app.name] }),
  });
  const disabled = !changeable || update.isPending;
  return (
    <Stack gap="lg">
      <Radio.Group label="Mode" value={app.mode} onChange={(mode) => update.mutate({ mode })}>
        <Stack gap="xs" mt="xs">
          <Radio
            value="development"
            disabled={disabled}
            label="Development"
            description="Chat data can be imported."
          />
          <Radio
            value="production"
            disabled={disabled}
            label="Production"
            description="Nothing is imported: what people write now cannot be overwritten by a file."
          />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label="Who confirms an import"
        value={app.confirm}
        onChange={(confirm) => update.mutate({ confirm })}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="operator"
            disabled={disabled}
            label="An operator"
            description="Operators and admins upload and confirm."
          />
          <Radio
            value="uploader"
            disabled={disabled}
            label="Whoever uploaded it"
            description="Members may upload, too, and confirm what they uploaded."
          />
          <Radio
            value="automatic"
            disabled={disabled}
            label="Nobody"
            description="A file without errors is loaded at once."
          />
        </Stack>
      </Radio.Group>
      <Switch
        label="Separate teams"
        description="Members of a channel must share its team; files in which they do not have errors."
        checked={app.multi_tenant_enabled}
        disabled={disabled}
        onChange={({ currentTarget: { checked } }) => update.mutate({ multi_tenant: checked })}
      />
      {!changeable && (
        <Text size="sm" c="dimmed">
          Admins change these.
        </Text>
      )}
      <Failure error={update.error} />
    </Stack>
  );
}
