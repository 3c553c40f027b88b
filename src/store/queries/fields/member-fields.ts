import { sql } from "kysely";
import { absent, type QueryField, type QueryFields, refused, single } from "../field.ts";
import type { QueryScope } from "../query-scope.ts";
import { builtInFields } from "./built-in-fields.ts";
import { hasJoined, inviteState, inviteStates } from "./invite-state.ts";

const ownFields = ["hide_channel", "hide_messages_before", "archived_at"];
const ofOthers =
  "A user is not told how others see the channel. Ask as a server, or for other fields.";

/** What may be asked of members. `id` is the user's; `name` and `user.email` are custom fields of the user. */
export function memberFields({ dialect, app, viewer }: QueryScope): QueryFields {
  const ofUser = (name: string) =>
    sql`(select ${dialect.custom(sql.ref("users.custom"), [name], "text")} from users where users.app = ${app} and users.id = members.user_id)`;
  const banned = sql`exists (select 1 from channels where channels.app = ${app} and channels.cid = members.cid and ${dialect.entry(sql.ref("channels.banned_users"), (user) => sql`${user} = members.user_id`)})`;
  return new Map<string, QueryField>([
    ...builtInFields("member", dialect),
    ["id", single("text", sql.ref("members.user_id"), { nullable: false })],
    ["name", single("text", ofUser("name"))],
    ["user.email", single("text", ofUser("email"))],
    ["banned", single("boolean", banned, { nullable: false })],
    ["invite", single("text", inviteState(dialect), { values: inviteStates })],
    ["joined", single("boolean", hasJoined(dialect), { nullable: false })],
    ["updated_at", absent("time")],
    ["last_active", absent("time")],
    // What other members have done for themselves is not told to a viewer, nor can it be found out by asking.
    ...(viewer === undefined ? [] : ownFields.map((name) => [name, refused(ofOthers)] as const)),
  ]);
}
