import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ChannelDetails, ChannelDetailsQuery, ChannelRead } from "../details.ts";
import { present } from "../present.ts";
import type { PresentedItem } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { counted, inChannel } from "./fields/channel-counts.ts";
import { isPinned, replyCount } from "./fields/message-fields.ts";
import type { QueriedRow } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { visibleInChannel } from "./visible.ts";
import { withUnread } from "./with-unread.ts";

const mostPinned = 10;
const mostReads = 100;

/** See `Store.channelDetails`. */
export async function channelDetails(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  cids: readonly string[],
  query: ChannelDetailsQuery,
): Promise<ReadonlyMap<string, ChannelDetails>> {
  if (cids.length === 0) return new Map();
  const visible = visibleInChannel(scope);
  const pinned = [isPinned(scope.now), sql`messages.type <> 'deleted'`, ...visible];
  const hasRead = sql`members.last_read is not null`;
  const byTime = sql`members.created_at, members.user_id`;
  const byRead = sql`members.last_read desc, members.user_id`;
  const own = scope.user === undefined ? [] : [sql`select ${scope.user}`];

  const messagesOf = byChannel(
    "message",
    await newestMessages(db, scope, cids, [inChannel, ...visible], "created_at", query.messages),
  );
  const pinnedOf = byChannel(
    "message",
    await newestMessages(db, scope, cids, pinned, "pinned_at", mostPinned),
  );
  const first = [firstMembers(sql`true`, byTime, query.members, query.memberOffset)];
  const membersOf = byChannel("member", await members(db, scope, cids, first, sql`true`, byTime));
  const reads = [firstMembers(hasRead, byRead, mostReads), ...own];
  const readsOf = readsByChannel(
    await withUnread(
      db,
      scope,
      await members(db, scope, cids, reads, hasRead, byRead, [lastReadId]),
    ),
  );
  const ownOf = byChannel("member", await members(db, scope, cids, own, sql`true`, byTime));
  return new Map(
    cids.map((cid) => {
      const [membership] = ownOf(cid);
      const details = {
        messages: messagesOf(cid),
        pinned: pinnedOf(cid),
        members: membersOf(cid),
        reads: readsOf(cid),
        ...(membership && { membership }),
      };
      return [cid, details];
    }),
  );
}

/** Of a row of `members`, the newest message that counts and is read. */
const lastReadId = sql`(
        select messages.id from messages
        where messages.app = members.app and messages.cid = members.cid and ${counted}
          and messages.created_at <= members.last_read
        order by messages.created_at desc, messages.id desc limit 1
      ) as last_read_id`;

function readsByChannel(rows: readonly QueriedRow[]): (cid: string) => readonly ChannelRead[] {
  const reads = Map.groupBy(rows, ({ cid }) => cid as string);
  return (cid) =>
    (reads.get(cid) ?? []).map((row) => ({
      userId: row["user_id"] as string,
      lastRead: row["last_read"] as string,
      lastReadMessageId: row["last_read_id"] as string | null,
      unread: row["unread_count"] as number,
    }));
}

function byChannel(
  type: "message" | "member",
  rows: readonly QueriedRow[],
): (cid: string) => readonly PresentedItem[] {
  const items = Map.groupBy(rows, ({ cid }) => cid as string);
  return (cid) => (items.get(cid) ?? []).map((row) => present(type, row));
}

async function newestMessages(
  db: Kysely<ItemTables>,
  { app, dialect }: QueryScope,
  cids: readonly string[],
  where: readonly RawBuilder<unknown>[],
  time: "created_at" | "pinned_at",
  most: number,
): Promise<readonly QueriedRow[]> {
  const newest = sql`${sql.ref(`messages.${time}`)} desc, messages.id desc`;
  const { rows } = await sql<QueriedRow>`
    select "messages".*, ${replyCount} as reply_count
    from channels join messages on messages.app = channels.app and messages.id in (
      select messages.id from messages
      where messages.app = channels.app and messages.cid = channels.cid and ${sql.join(where, sql` and `)}
      order by ${newest} limit ${most}
    )
    where channels.app = ${app} and ${dialect.oneOf(sql.ref("channels.cid"), cids)}
    order by ${newest}`.execute(db);
  return rows;
}

/** Ids of the first members, in an order, of a row of `channels`. */
function firstMembers(
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most: number,
  offset = 0,
): RawBuilder<unknown> {
  return sql`select user_id from (
        select members.user_id from members
        where members.app = channels.app and members.cid = channels.cid and ${where}
        order by ${order} limit ${most} offset ${offset}
      ) as first`;
}

/** @param ids what selects the ids of the members to read. One list, since what is asked for by `or` is not looked up. */
async function members(
  db: Kysely<ItemTables>,
  { app, dialect }: QueryScope,
  cids: readonly string[],
  ids: readonly RawBuilder<unknown>[],
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  more: readonly RawBuilder<unknown>[] = [],
): Promise<readonly QueriedRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<QueriedRow>`
    select ${sql.join([sql`"members".*`, ...more])}
    from channels join members on members.app = channels.app and members.cid = channels.cid
      and members.user_id in (
      ${sql.join(ids, sql` union `)}
    )
    where channels.app = ${app} and ${dialect.oneOf(sql.ref("channels.cid"), cids)} and ${where}
    order by ${order}`.execute(db);
  return rows;
}
