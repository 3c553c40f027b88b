import { Button, Group, NumberInput, TextInput, VisuallyHidden } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { builtInChannelTypes } from "../../src/format/index.ts";
import type { AppBody } from "../../src/server/index.ts";
import { clientOf } from "../api/client-of.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Failure } from "../parts/failure.tsx";
import { numberWords } from "../parts/number-words.ts";
import { Section } from "../parts/section.tsx";

const builtIn: readonly string[] = builtInChannelTypes;

/** The channel types of an app. A file may only have channels of these types. */
export function ChannelTypes({
  app,
  changeable,
}: {
  readonly app: AppBody;
  readonly changeable: boolean;
}) {
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [most, setMost] = useState<string | number>("");
  const changed = () => queryClient.invalidateQueries({ queryKey: ["app", app.name] });
  const create = useMutation({
    mutationFn: () =>
      clientOf(app.name).createChannelType(
        name,
        typeof most === "number" ? { max_message_length: most } : {},
      ),
    onSuccess: () => {
      setName("");
      setMost("");
      return changed();
    },
  });
  return (
    <Section title="Channel types" about="Channels of an import file are of one of these.">
      <DataTable
        label="List of channel types"
        rows={Object.values(app.channel_configs)}
        keyOf={({ name }) => name}
        columns={[
          { header: "Name", cell: ({ name }) => name },
          {
            header: "Longest message",
            align: "end",
            cell: (type) =>
              numberWords((type as { max_message_length?: number }).max_message_length!),
          },
          {
            header: <VisuallyHidden>Actions</VisuallyHidden>,
            cell: ({ name }) =>
              changeable &&
              !builtIn.includes(name) && (
                <DeleteType app={app.name} name={name} onDeleted={changed} />
              ),
          },
        ]}
      />
      {changeable && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate();
          }}
        >
          <Group align="flex-end" mt="md">
            <TextInput
              label="Name of a new type"
              required
              value={name}
              onChange={({ currentTarget: { value } }) => setName(value)}
            />
            <NumberInput
              label="Longest message, in characters"
              min={1}
              allowDecimal={false}
              hideControls
              value={most}
              onChange={setMost}
            />
            <Button type="submit" variant="default" loading={create.isPending}>
              Make a type
            </Button>
          </Group>
          <Failure error={create.error} />
        </form>
      )}
    </Section>
  );
}

function DeleteType({
  app,
  name,
  onDeleted,
}: {
  readonly app: string;
  readonly name: string;
  readonly onDeleted: () => Promise<void>;
}) {
  const remove = useMutation({
    mutationFn: () => clientOf(app).deleteChannelType(name),
    onSuccess: onDeleted,
  });
  return (
    <ConfirmButton
      label="Delete"
      subject={name}
      question={`Delete the channel type ${name}?`}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
    >
      Files with channels of this type have errors from then on.
    </ConfirmButton>
  );
}
