import { Text } from "@mantine/core";

const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A time in the reader's zone; the exact one, in UTC, where the pointer rests.
 *
 * @param at canonical time, as the API gives it */
export function Time({ at }: { readonly at: string }) {
  return (
    <Text span inherit component="time" dateTime={at} title={at}>
      {format.format(new Date(at))}
    </Text>
  );
}
