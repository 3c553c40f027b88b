import type { DatabaseSync } from "node:sqlite";

/** ASCII is cut into words by the index itself; calling a function for it would take longer than all the rest. */
const terms = "case when length(text) = octet_length(text) then text else search_terms(text) end";

const searchable = "text is not null and type not in ('deleted', 'system')";

/** The number of the newest message: those of a batch come after it. */
export function newestMessage(db: DatabaseSync): number {
  return Number(db.prepare("select max(number) as number from messages").get()!["number"]);
}

/** Brings the index of search in step with a batch, all at once: row by row, as triggers would, takes four times as long. Must run inside the transaction that writes the batch.
 *
 * @param newest {@link newestMessage} before the batch.
 * @param updated the ids of messages that were there and that the batch changed. */
export function indexMessages(
  db: DatabaseSync,
  app: number,
  newest: number,
  updated: readonly string[],
): void {
  const find = db.prepare("select number from messages where app = ? and id = ?");
  const remove = db.prepare("delete from messages_search where rowid = ?");
  const add = db.prepare(
    `insert into messages_search (rowid, text) select number, ${terms} from messages where number = ? and ${searchable}`,
  );
  for (const id of updated) {
    const number = Number(find.get(app, id)!["number"]);
    if (number > newest) continue;
    remove.run(number);
    add.run(number);
  }
  db.prepare(
    `insert into messages_search (rowid, text) select number, ${terms} from messages where number > ? and ${searchable}`,
  ).run(newest);
}
