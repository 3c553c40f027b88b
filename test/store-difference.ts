import { DatabaseSync } from "node:sqlite";

/** The first row in which the stores of two folders differ, over all rows of all tables and the words of the index of search; `undefined` where they hold the same. Left out is only what two stores cannot have in common: when they were made, which stands in what every app has from the start, and when loads ran, which also stands in items that do not say when they were created. */
export function storeDifference(one: string, other: string): string | undefined {
  using left = new DatabaseSync(`${one}/data.db`, { readOnly: true });
  using right = new DatabaseSync(`${other}/data.db`, { readOnly: true });
  const rights = sortedDump(right);
  for (const row of sortedDump(left)) {
    const { value } = rights.next();
    if (row !== value) return `${row}\nbut\n${value}`;
  }
  const { value } = rights.next();
  return value === undefined ? undefined : `nothing\nbut\n${value}`;
}

/** Every row and word as text, table by table, each in the order of its key. */
function* sortedDump(db: DatabaseSync): Generator<string, undefined> {
  const starts = db.prepare("select started_at from loads").all();
  const made = db.prepare(
    "select created_at from roles union select created_at from channel_types",
  );
  const times = new Set([
    ...starts.map((load) => load["started_at"]),
    ...made.all().map((part) => part["created_at"]),
  ]);
  const withoutTimes = (name: string, value: unknown) => {
    if (name === "finished_at") return undefined;
    return typeof value === "string" && times.has(value) ? "its time" : value;
  };
  const tables = db
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not in ('sqlite_schema', 'migrations') order by name",
    )
    .all();
  for (const { name: table } of tables) {
    const key = db
      .prepare("select name from pragma_table_info(?) where pk > 0 order by pk")
      .all(table!)
      .map(({ name }) => (name === "number" ? "app, id" : `"${String(name)}"`));
    const order = key.length > 0 ? `order by ${key.join(", ")}` : "";
    const rows = db.prepare(`select * from "${String(table)}" ${order}`);
    for (const { number: _, ...row } of rows.iterate()) {
      yield `${String(table)} ${JSON.stringify(row, withoutTimes)}`;
    }
  }
  // What is searched for: each word, in how many messages it stands and how often.
  db.exec("create virtual table temp.words using fts5vocab (main, messages_search, row)");
  for (const word of db.prepare("select * from temp.words").iterate()) yield JSON.stringify(word);
  return undefined;
}
