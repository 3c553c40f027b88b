import { type RawBuilder, sql } from "kysely";
import type { QueryScope } from "./query-scope.ts";

/** What belongs to one user, by the column that names it, is told to this user alone. No viewer: all. */
export function onlyViewer(
  { viewer }: QueryScope,
  user: RawBuilder<unknown>,
): readonly RawBuilder<unknown>[] {
  return viewer === undefined ? [] : [sql`${user} = ${viewer}`];
}

/** The rows of `channels` that the viewer may see: those it is a member of; where teams are kept apart, only of its own teams or of none. No viewer: all. */
export function visibleChannels(scope: QueryScope): readonly RawBuilder<unknown>[] {
  const { app, viewer, multiTenant, dialect } = scope;
  if (viewer === undefined) return [];
  const conditions = [
    sql`channels.cid in (select members.cid from members where members.app = ${app} and members.user_id = ${viewer})`,
  ];
  if (multiTenant) {
    const own = dialect.entry(sql.ref("users.teams"), (team) => sql`${team} = channels.team`);
    conditions.push(
      sql`(channels.team is null or exists (select 1 from users where users.app = ${app} and users.id = ${viewer} and ${own}))`,
    );
  }
  return conditions;
}

/** The rows of `messages` that the viewer may see in a channel that it may see: not those kept for others, nor those before the channel was truncated or the member wants to see messages of. No viewer: all. */
export function visibleInChannel(scope: QueryScope): readonly RawBuilder<unknown>[] {
  const { app, viewer, dialect } = scope;
  if (viewer === undefined) return [];
  const listed = sql.ref("messages.restricted_visibility");
  return [
    sql`(messages.user = ${viewer} or not ${dialect.entry(listed, () => sql`true`)} or ${dialect.entry(listed, (user) => sql`${user} = ${viewer}`)})`,
    sql`not exists (select 1 from members where members.app = ${app} and members.cid = messages.cid and members.user_id = ${viewer} and messages.created_at < members.hide_messages_before)`,
    sql`not exists (select 1 from channels where channels.app = ${app} and channels.cid = messages.cid and messages.created_at < channels.truncated_at)`,
  ];
}

/** The rows of `messages` that the viewer may see, wherever they stand. No viewer: all. */
export function visibleMessages(scope: QueryScope): readonly RawBuilder<unknown>[] {
  if (scope.viewer === undefined) return [];
  const channels = sql.join(visibleChannels(scope), sql` and `);
  return [
    sql`messages.cid in (select channels.cid from channels where channels.app = ${scope.app} and ${channels})`,
    ...visibleInChannel(scope),
  ];
}
