import { type Kysely, sql } from "kysely";
import type { MessageDetails } from "../details.ts";
import { present } from "../present.ts";
import type { ItemTables } from "../tables.ts";
import type { QueriedRow } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { visibleInChannel } from "./visible.ts";

const mostReactions = 10;
const mostParticipants = 100;

/** See `Store.messageDetails`. */
export async function messageDetails(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MessageDetails>> {
  if (ids.length === 0) return new Map();
  const [groups, reactions, participants] = [
    await groupsOf(db, scope, ids),
    await reactionsOf(db, scope, ids),
    await participantsOf(db, scope, ids),
  ].map((rows) => Map.groupBy(rows, (row) => row["message_id"] as string));
  return new Map(
    ids.map((id) => {
      const found = reactions!.get(id) ?? [];
      const latest = found.filter((row) => (row["place"] as number) <= mostReactions);
      const own = found.filter((row) => row["user_id"] === scope.user);
      return [
        id,
        {
          groups: (groups!.get(id) ?? []).map((row) => ({
            type: row["type"] as string,
            count: Number(row["count"]),
            score: Number(row["score"]),
            firstAt: row["first_at"] as string,
            lastAt: row["last_at"] as string,
          })),
          latest: latest.map((row) => present("reaction", row)),
          own: own.map((row) => present("reaction", row)),
          participants: (participants!.get(id) ?? []).map((row) => row["user"] as string),
        },
      ];
    }),
  );
}

type Read = (
  db: Kysely<ItemTables>,
  scope: QueryScope,
  ids: readonly string[],
) => Promise<readonly QueriedRow[]>;

// Scores are multiplied by 1.0: as whole numbers their sum may be more than the database or JavaScript can hold.
const groupsOf: Read = async (db, { app, dialect }, ids) => {
  const score = dialect.custom(sql.ref("reactions.custom"), ["score"], "number");
  const { rows } = await sql<QueriedRow>`
    select "message_id", type, count(*) as count, sum(coalesce(${score}, 1) * 1.0) as score,
      min(created_at) as first_at, max(created_at) as last_at
    from reactions where app = ${app} and ${dialect.oneOf(sql.ref("message_id"), ids)}
    group by message_id, type order by message_id, type`.execute(db);
  return rows;
};

const reactionsOf: Read = async (db, { app, dialect, user = "" }, ids) => {
  const { rows } = await sql<QueriedRow>`
    select * from (
      select "reactions".*, row_number() over (
        partition by message_id order by created_at desc, type desc, user_id desc
      ) as place
      from reactions where app = ${app} and ${dialect.oneOf(sql.ref("message_id"), ids)}
    ) as placed
    where place <= ${mostReactions} or user_id = ${user} order by message_id, place`.execute(db);
  return rows;
};

const participantsOf: Read = async (db, scope, ids) => {
  const where = [
    sql`messages.app = ${scope.app}`,
    scope.dialect.oneOf(sql.ref("messages.parent_id"), ids),
    sql`messages.type <> 'deleted'`,
    ...visibleInChannel(scope),
  ];
  const { rows } = await sql<QueriedRow>`
    select * from (
      select messages.parent_id as message_id, "messages"."user", row_number() over (
        partition by messages.parent_id order by min(messages.created_at), "messages"."user"
      ) as place
      from messages where ${sql.join(where, sql` and `)}
      group by messages.parent_id, "messages"."user"
    ) as placed
    where place <= ${mostParticipants} order by message_id, place`.execute(db);
  return rows;
};
