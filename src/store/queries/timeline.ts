import { type Kysely, type RawBuilder, sql } from "kysely";
import { parseTime } from "../../format/index.ts";
import type { ListQuery, MessageQuery, NotFound, Page } from "../query.ts";
import { StoreError } from "../store-error.ts";
import type { ItemTables } from "../tables.ts";
import { messageFields, replyCount } from "./fields/message-fields.ts";
import { type List, listPage } from "./list-page.ts";
import { pageBounds } from "./page-bounds.ts";
import type { QueryScope } from "./query-scope.ts";

/** Messages that follow one another in time: those of a channel, or the replies to one. */
export interface Timeline {
  readonly name: string;
  readonly where: readonly RawBuilder<unknown>[];
  readonly newestFirst: boolean;
}

const ends = {
  id_lt: sql`<`,
  id_lte: sql`<=`,
  id_gt: sql`>`,
  id_gte: sql`>=`,
  created_at_before: sql`<`,
  created_at_before_or_equal: sql`<=`,
  created_at_after: sql`>`,
  created_at_after_or_equal: sql`>=`,
} as const;

type End = keyof typeof ends;

/** Gives a page of a timeline, from or around a place in it. `NotFound` when the place is a message that is not in the timeline. */
export async function timelinePage(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  timeline: Timeline,
  { id_around, created_at_around, viewer: _viewer, ...query }: MessageQuery,
): Promise<Page | NotFound> {
  if (id_around === undefined && created_at_around === undefined) {
    return pageFrom(db, scope, timeline, query);
  }
  const { filter, limit: _, ...others } = query;
  if (Object.keys(others).length > 0 || (id_around ?? created_at_around) === undefined) {
    throw new StoreError(
      "invalid_filter",
      "A page around a place goes on from no other place and has no order of its own.",
      "Give id_around or created_at_around beside filter and limit alone.",
    );
  }
  const { limit } = pageBounds(query);
  const side = async (from: MessageQuery, direction: 1 | -1) =>
    pageFrom(db, scope, timeline, {
      ...(filter && { filter }),
      limit,
      sort: [{ field: "created_at", direction }],
      ...from,
    });
  const place = id_around ?? created_at_around!;
  const older = await side(
    id_around ? { id_lte: place } : { created_at_before_or_equal: place },
    -1,
  );
  const newer = await side(id_around ? { id_gt: place } : { created_at_after: place }, 1);
  if (older.kind === "not_found") return older;
  if (newer.kind === "not_found") return newer;
  const after = newer.items.slice(0, Math.max(limit >> 1, limit - older.items.length)).reverse();
  const items = [...after, ...older.items].slice(0, limit);
  return { kind: "page", items: timeline.newestFirst ? items : items.reverse(), next: null };
}

async function pageFrom(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  { name, where, newestFirst }: Timeline,
  query: Omit<MessageQuery, "id_around" | "created_at_around">,
): Promise<Page | NotFound> {
  const given = Object.entries(query).filter(
    (entry): entry is [End, string] => entry[0] in ends && entry[1] !== undefined,
  );
  const from: RawBuilder<unknown>[] = [];
  for (const [end, place] of given) {
    if (end.startsWith("created_at")) {
      from.push(sql`messages.created_at ${ends[end]} ${timeOf(end, place)}`);
    } else {
      const created = await createdAt(db, where, place);
      if (created === undefined) return { kind: "not_found", type: "message", key: place };
      from.push(sql`(messages.created_at, messages.id) ${ends[end]} (${created}, ${place})`);
    }
  }
  const fromOlderEnd = given.length > 0 && given.every(([end]) => /_gte?$|_after/.test(end));
  const list: List = {
    name,
    type: "message",
    fields: messageFields(scope),
    where: [...where, ...from],
    sort: [{ field: "created_at", direction: newestFirst && !fromOlderEnd ? -1 : 1 }],
    key: ["id"],
    derived: { reply_count: replyCount },
  };
  return listPage(db, scope, list, listQuery(query));
}

function listQuery({ filter, sort, limit, cursor, offset }: MessageQuery): ListQuery {
  return {
    ...(filter && { filter }),
    ...(sort && { sort }),
    ...(limit !== undefined && { limit }),
    ...(cursor !== undefined && { cursor }),
    ...(offset !== undefined && { offset }),
  };
}

async function createdAt(
  db: Kysely<ItemTables>,
  where: readonly RawBuilder<unknown>[],
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ created_at: string }>`
    select messages.created_at from messages where messages.id = ${id} and ${sql.join(where, sql` and `)}`.execute(
    db,
  );
  return rows[0]?.created_at;
}

function timeOf(end: End, place: string): string {
  const time = parseTime(place);
  if (time !== undefined) return time;
  throw new StoreError(
    "invalid_filter",
    `${end}: ${JSON.stringify(place.slice(0, 100))} is no time.`,
    'Write it as "2024-05-01T10:00:00Z".',
  );
}
