import { Button, Group, TextInput } from "@mantine/core";
import { fieldOf } from "../parts/field-of.ts";

/** Leads to the messages of a day, and to the newest. */
export function Jump({
  date,
  onJump,
}: {
  /** Where the conversation is now. */
  readonly date: string | undefined;
  /** Told the day; undefined for the newest messages. */
  readonly onJump: (date: string | undefined) => void;
}) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onJump(fieldOf(event.currentTarget, "date") || undefined);
      }}
    >
      <Group gap="xs">
        <TextInput
          key={date}
          type="date"
          name="date"
          aria-label="Jump to a date"
          defaultValue={date ?? ""}
          required
          size="xs"
        />
        <Button type="submit" variant="default" size="xs">
          Jump
        </Button>
        <Button variant="default" size="xs" onClick={() => onJump(undefined)}>
          Newest
        </Button>
      </Group>
    </form>
  );
}
