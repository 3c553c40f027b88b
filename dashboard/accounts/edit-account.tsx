import { Button, Checkbox, Group, Modal, NativeSelect, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AccountChanges } from "../../src/client/index.ts";
import type { AccountBody } from "../../src/server/index.ts";
import { accounts } from "../api/accounts.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { Failure } from "../parts/failure.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";

/** The dialog that changes what an account may do, makes a link for a new password, and removes it. Each choice is kept at once. */
export function EditAccount({
  account: { id, name, email, admin, roles },
  apps,
  own,
  onClose,
}: {
  readonly account: AccountBody;
  readonly apps: readonly string[];
  /** Whether it is the account of who is signed in. */
  readonly own: boolean;
  readonly onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const changed = () => queryClient.invalidateQueries({ queryKey: ["accounts"] });
  const update = useMutation({
    mutationFn: (changes: AccountChanges) => accounts.updateAccount(id, changes),
    onSuccess: changed,
  });
  const link = useMutation({ mutationFn: () => accounts.createPasswordLink(id) });
  const remove = useMutation({
    mutationFn: () => accounts.deleteAccount(id),
    onSuccess: () => {
      onClose();
      return changed();
    },
  });
  return (
    <Modal opened onClose={onClose} title={<bdi>{`${name}, ${email}`}</bdi>} size="lg">
      <Stack>
        <Checkbox
          label="Admin"
          description={own ? "Another admin takes it away." : "May do everything, in all apps."}
          checked={admin}
          disabled={own || update.isPending}
          onChange={({ currentTarget: { checked } }) => update.mutate({ admin: checked })}
        />
        {!admin &&
          apps.map((app) => (
            <NativeSelect
              key={app}
              label={`Role in ${app}`}
              value={roles[app] ?? ""}
              disabled={update.isPending}
              onChange={({ currentTarget: { value } }) =>
                update.mutate({
                  roles: { [app]: value === "" ? null : (value as "member" | "operator") },
                })
              }
              data={[
                { value: "", label: "None" },
                { value: "member", label: "Member: sees everything" },
                { value: "operator", label: "Operator: also uploads and confirms" },
              ]}
            />
          ))}
        <Failure error={update.error ?? link.error} />
        {link.data && (
          <ShownOnce
            title={`Hand this link to ${name}: it sets a new password, once, within a day`}
            values={{ Link: link.data.url }}
          />
        )}
        <Group justify="space-between">
          <Button
            variant="default"
            size="compact-sm"
            loading={link.isPending}
            onClick={() => link.mutate()}
          >
            Make a link for a new password
          </Button>
          {!own && (
            <ConfirmButton
              label="Remove the account"
              subject={name}
              question="Remove this account?"
              pending={remove.isPending}
              error={remove.error}
              onConfirm={() => remove.mutate()}
            >
              Its sessions end at once. What it uploaded stays.
            </ConfirmButton>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
