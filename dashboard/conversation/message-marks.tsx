import { Badge, Group } from "@mantine/core";
import type { MessageBody } from "../../src/server/index.ts";
import { userName } from "../explorer/user-name.ts";
import { TextLink } from "../parts/text-link.tsx";

/** What is special about a message, above its text. */
export function MessageMarks({
  message: { type, parent_id, pinned, pinned_by, restricted_visibility = [] },
  isInThread,
}: {
  readonly message: MessageBody;
  readonly isInThread: boolean;
}) {
  const by = pinned_by && ` by ${userName(pinned_by)}`;
  const only = restricted_visibility.join(", ");
  if (!pinned && type !== "blocked" && only === "" && (isInThread || parent_id === undefined))
    return null;
  return (
    <Group gap={6} my={2}>
      {pinned && (
        <Badge variant="light" tt="none" size="sm">
          📌 Pinned{by}
        </Badge>
      )}
      {type === "blocked" && (
        <Badge variant="default" tt="none" size="sm">
          Blocked
        </Badge>
      )}
      {only !== "" && (
        <Badge variant="default" tt="none" size="sm">
          Only for {only}
        </Badge>
      )}
      {!isInThread && parent_id !== undefined && (
        <TextLink to="." search={(old) => ({ ...old, thread: parent_id })} size="xs">
          From a thread
        </TextLink>
      )}
    </Group>
  );
}
