import type { DatabaseSync } from "node:sqlite";

/** ASCII is cut into words by the index itself; calling a function for it would take longer than all the rest. */
const terms = "case when length(text) = octet_length(text) then text else search_text(text) end";

const searchable = "text is not null and type not in ('deleted', 'system')";

/** The number of the newest message: those of a batch come after it. */
export function newestMessage(db: DatabaseSync): number {
  return Number(db.prepare("select max(number) as number from messages").get()!["number"]);
}

/** Brings the index of search in step with a batch, all at once: row by row, as triggers would, takes four times as long. Must run inside the transaction that writes the batch.
 *
 * @param newest {@link newestMessage} before the batch.
 * @param reworded the ids of messages that the batch has changed so that they may have other words, or none. */
export function indexMessages(
  db: DatabaseSync,
  app: number,
  newest: number,
  reworded: readonly string[],
): void {
  const add = `insert into messages_search (rowid, text) select number, ${terms} from messages where ${searchable}`;
  if (reworded.length > 0) {
    const numbers =
      "(select number from messages where app = ? and id in (select value from json_each(?)) and number <= ?)";
    const which = [app, JSON.stringify(reworded), newest] as const;
    db.prepare(`delete from messages_search where rowid in ${numbers}`).run(...which);
    db.prepare(`${add} and number in ${numbers}`).run(...which);
  }
  db.prepare(`${add} and number > ?`).run(newest);
}
