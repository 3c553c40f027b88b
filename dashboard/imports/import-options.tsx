import { Radio, Stack, Switch } from "@mantine/core";
import type { StartOptions } from "../../src/client/index.ts";

/** Asks how a file is to be imported; each choice says what it does. */
export function ImportOptions({
  options,
  onChange,
}: {
  readonly options: StartOptions;
  readonly onChange: (options: StartOptions) => void;
}) {
  return (
    <Stack gap="md">
      <Radio.Group
        label="What happens to what the app has already"
        value={options.mode ?? "upsert"}
        onChange={(mode) => onChange({ ...options, mode })}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="upsert"
            label="Update it"
            description="What the file gives is written; what it does not give stays as it is."
          />
          <Radio
            value="insert"
            label="Keep it"
            description="Only what is new is added; what the app has is skipped."
          />
        </Stack>
      </Radio.Group>
      <Switch
        label="Merge custom data"
        description="Fields of your own are merged key by key. Off: the file's replace them as a whole."
        checked={options.merge_custom ?? true}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...options, merge_custom: checked })
        }
      />
      <Switch
        label="Let items refer to what the app has"
        description="Off: users and channels that items name must be in the file themselves."
        checked={options.references === "file-or-app"}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...options, references: checked ? "file-or-app" : "file" })
        }
      />
    </Stack>
  );
}
