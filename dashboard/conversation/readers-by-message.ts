import type { ChannelStateBody } from "../../src/server/index.ts";
import { userName } from "../explorer/user-name.ts";

/** Who has read up to which message: names by the id of the message. */
export function readersByMessage(
  read: ChannelStateBody["read"],
): ReadonlyMap<string | undefined, readonly string[]> {
  const readers = Map.groupBy(read, ({ last_read_message_id }) => last_read_message_id);
  return new Map(
    [...readers].map(([id, of]) => [id, of.map(({ user }) => userName(user))] as const),
  );
}
