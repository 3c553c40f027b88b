import { Button, Checkbox, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountBody } from "../../src/server/index.ts";
import { accounts } from "../api/accounts.ts";
import { Failure } from "../parts/failure.tsx";
import { fieldOf } from "../parts/field-of.ts";
import { ShownOnce } from "../parts/shown-once.tsx";

/** The dialog that makes an account; it ends with the link for its owner. */
export function NewAccount({
  apps,
  onClose,
}: {
  readonly apps: readonly string[];
  readonly onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const [admin, setAdmin] = useState(false);
  const create = useMutation({
    mutationFn: (form: HTMLFormElement) => {
      const given = apps.map((app) => [app, fieldOf(form, `role ${app}`)] as const);
      return accounts.createAccount({
        email: fieldOf(form, "email"),
        name: fieldOf(form, "name"),
        admin,
        roles: Object.fromEntries(given.filter(([, role]) => role !== "")) as AccountBody["roles"],
      });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["accounts"] }),
  });
  return (
    <Modal opened onClose={onClose} title="New account" size="lg">
      {create.data ? (
        <>
          <ShownOnce
            title={`Hand this link to ${create.data.account.name}: it sets the password, once, within a day`}
            values={{ Link: create.data.link.url }}
          />
          <Button onClick={onClose}>Done</Button>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate(event.currentTarget);
          }}
        >
          <Stack>
            <TextInput label="Name" name="name" maxLength={100} required data-autofocus />
            <TextInput label="E-mail address" name="email" type="email" maxLength={254} required />
            <Checkbox
              label="Admin"
              description="May do everything, in all apps."
              checked={admin}
              onChange={({ currentTarget: { checked } }) => setAdmin(checked)}
            />
            {!admin &&
              apps.map((app) => (
                <NativeSelect
                  key={app}
                  name={`role ${app}`}
                  label={`Role in ${app}`}
                  data={[
                    { value: "", label: "None" },
                    { value: "member", label: "Member: sees everything" },
                    { value: "operator", label: "Operator: also uploads and confirms" },
                  ]}
                />
              ))}
            <Failure error={create.error} />
            <Button type="submit" loading={create.isPending}>
              Make the account
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
