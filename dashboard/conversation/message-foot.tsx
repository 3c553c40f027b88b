import { Group } from "@mantine/core";
import type { MessageBody } from "../../src/server/index.ts";
import { TextLink } from "../parts/text-link.tsx";
import { Reactions } from "./reactions.tsx";

/** Reactions to a message, and the way to its thread. */
export function MessageFoot({
  message,
  isInThread,
}: {
  readonly message: MessageBody;
  readonly isInThread: boolean;
}) {
  const { id, reaction_counts } = message;
  const replies = isInThread ? 0 : message.reply_count;
  if (replies === 0 && Object.keys(reaction_counts).length === 0) return null;
  return (
    <Group gap={6} my={4}>
      <Reactions message={message} />
      {replies > 0 && (
        <TextLink to="." search={(old) => ({ ...old, thread: id })} size="sm">
          {replies === 1 ? "1 reply" : `${replies} replies`}
        </TextLink>
      )}
    </Group>
  );
}
