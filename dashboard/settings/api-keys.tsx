import { Button, Group, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { KeyBody } from "../../src/client/index.ts";
import { accounts } from "../api/accounts.ts";
import { keysQuery } from "../api/keys-query.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Failure } from "../parts/failure.tsx";
import { Section } from "../parts/section.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";
import { Time } from "../parts/time.tsx";

/** The API keys of an app: made, their secrets shown once, and revoked. */
export function ApiKeys({ app }: { readonly app: string }) {
  const queryClient = useQueryClient();
  const { data: keys = [], error } = useQuery(keysQuery(app));
  const [name, setName] = useState("");
  const changed = () => queryClient.invalidateQueries({ queryKey: ["keys", app] });
  const create = useMutation({
    mutationFn: () => accounts.createKey(app, name),
    onSuccess: () => {
      setName("");
      return changed();
    },
  });
  return (
    <Section
      title="API keys"
      about="Programs call the API with a key and tokens signed by its secret."
    >
      <Failure error={error} />
      {keys.length > 0 && (
        <DataTable<KeyBody>
          label="List of keys"
          rows={keys}
          keyOf={({ key }) => key}
          columns={[
            { header: "Name", cell: ({ name }) => <bdi>{name}</bdi> },
            { header: "Key", cell: ({ key }) => <code>{key}</code> },
            { header: "Made", cell: ({ created_at }) => <Time at={created_at} /> },
            {
              header: "Holds",
              cell: (key) =>
                key.revoked_at === null ? (
                  <RevokeKey app={app} apiKey={key} onRevoked={changed} />
                ) : (
                  <>
                    Revoked <Time at={key.revoked_at} />
                  </>
                ),
            },
          ]}
        />
      )}
      {create.data && (
        <ShownOnce
          title="Copy the secret now: it is not shown again"
          values={{ "API key": create.data.key.key, Secret: create.data.secret }}
        />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Group align="flex-end" mt="md">
          <TextInput
            label="Name of a new key"
            placeholder="backend"
            maxLength={100}
            required
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
          <Button type="submit" variant="default" loading={create.isPending}>
            Make a key
          </Button>
        </Group>
      </form>
      <Failure error={create.error} />
    </Section>
  );
}

function RevokeKey({
  app,
  apiKey: { key, name },
  onRevoked,
}: {
  readonly app: string;
  readonly apiKey: KeyBody;
  readonly onRevoked: () => Promise<void>;
}) {
  const revoke = useMutation({
    mutationFn: () => accounts.revokeKey(app, key),
    onSuccess: onRevoked,
  });
  return (
    <ConfirmButton
      label="Revoke"
      subject={name}
      question="Revoke this key?"
      pending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate()}
    >
      Whoever uses it can no longer call the API. It cannot be brought back.
    </ConfirmButton>
  );
}
