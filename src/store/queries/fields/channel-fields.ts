import { type RawBuilder, sql } from "kysely";
import {
  operators,
  type QueryField,
  type QueryFields,
  refused,
  several,
  single,
} from "../field.ts";
import type { QueryScope } from "../query-scope.ts";
import { builtInFields } from "./built-in-fields.ts";
import { channelCounts, counted } from "./channel-counts.ts";
import { hasJoined, inviteState, inviteStates } from "./invite-state.ts";

/** What may be asked of channels. Those about a user need the scope to name one. */
export function channelFields(scope: QueryScope): QueryFields {
  const { dialect, app } = scope;
  const cids = (test: RawBuilder<unknown>) =>
    sql<boolean>`channels.cid in (select members.cid from members where members.app = ${app} and ${test})`;
  const name = dialect.custom(sql.ref("users.custom"), ["name"], "text");
  return new Map<string, QueryField>([
    ...builtInFields("channel", dialect),
    ["created_by_id", single("text", sql.ref("channels.created_by"), { nullable: false })],
    ["members", several((test) => cids(sql`${test(sql.ref("members.user_id"))}`))],
    [
      "member.user.name",
      {
        kind: "text",
        operators: operators.text,
        some: (test) =>
          cids(
            sql`members.user_id in (select users.id from users where users.app = ${app} and ${test(name)})`,
          ),
      },
    ],
    ["member_count", single("number", channelCounts.member_count, { nullable: false })],
    ["last_message_at", single("time", channelCounts.last_message_at)],
    [
      "last_updated",
      single("time", sql`coalesce(${channelCounts.last_message_at}, channels.created_at)`, {
        nullable: false,
      }),
    ],
    ["app_banned", single("text", sql`'excluded'`, { values: ["excluded", "only"] })],
    ...viewFields(scope),
  ]);
}

/** The names of {@link viewFields}. */
const viewNames = [
  "hidden",
  "joined",
  "archived",
  "invite",
  "muted",
  "pinned",
  "unread_count",
  "has_unread",
] as const;

const needsUser =
  "It says what a channel is to a user: name one beside the filter, as `user`; on the command line by --user.";

/** What a channel is to one user. */
function viewFields({ dialect, app, user }: QueryScope): [string, QueryField][] {
  if (user === undefined) return viewNames.map((name) => [name, refused(needsUser)]);
  const member = sql`members where members.app = ${app} and members.cid = channels.cid and members.user_id = ${user}`;
  const isMember = (test: RawBuilder<unknown>) =>
    single("boolean", sql`exists (select 1 from ${member} and ${test})`, { nullable: false });
  const unread = sql`messages where messages.app = ${app} and messages.cid = channels.cid and messages.created_at > (select members.last_read from ${member}) and ${counted}`;
  const fields: Record<(typeof viewNames)[number], QueryField> = {
    hidden: isMember(sql`members.hide_channel = ${dialect.boolean(true)}`),
    joined: isMember(hasJoined(dialect)),
    archived: isMember(sql`members.archived_at is not null`),
    invite: single("text", sql`(select ${inviteState(dialect)} from ${member})`, {
      values: inviteStates,
    }),
    muted: single(
      "boolean",
      sql`exists (select 1 from users where users.app = ${app} and users.id = ${user} and ${dialect.entry(sql.ref("users.channel_mutes"), (cid) => sql`${cid} = channels.cid`)})`,
      { nullable: false },
    ),
    // An import pins no channels.
    pinned: single("boolean", sql`cast(${dialect.boolean(false)} as integer)`),
    unread_count: single("number", sql`(select count(*) from ${unread})`, { nullable: false }),
    has_unread: single("boolean", sql`exists (select 1 from ${unread})`, { nullable: false }),
  };
  return Object.entries(fields);
}
