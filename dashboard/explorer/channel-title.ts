import type { ChannelStateBody, MemberBody } from "../../src/server/index.ts";
import { userName } from "./user-name.ts";

/** What a channel is called: the custom field `name`; a distinct channel by its members; or else the id.
 *
 * @param members the first of them, where they are known */
export function channelTitle(
  { id, name, member_count }: ChannelStateBody["channel"],
  members: readonly MemberBody[] = [],
): string {
  if (typeof name === "string" && name.trim() !== "") return name;
  if (!isDistinct(id) || members.length === 0) return id;
  const names = members.slice(0, 3).map(({ user }) => userName(user));
  const others = member_count - names.length;
  return names.join(", ") + (others > 0 ? ` and ${others} more` : "");
}

/** The ids that members make begin so. */
function isDistinct(id: string): boolean {
  return id.startsWith("!members-");
}
