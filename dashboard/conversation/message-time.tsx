import { TextLink } from "../parts/text-link.tsx";

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

/** When a message was written, in the reader's zone: a link to this place of the conversation. The exact time, in UTC, stands where the pointer rests. */
export function MessageTime({ id, at }: { readonly id: string; readonly at: string }) {
  return (
    <TextLink to="." search={(old) => ({ ...old, at: id, date: undefined })} size="xs" c="dimmed">
      <time dateTime={at} title={at}>
        {clock.format(new Date(at))}
      </time>
    </TextLink>
  );
}
