import type { PoolClient } from "pg";
import { columns } from "../columns.ts";
import { searchWords } from "../search-words.ts";
import type { ColumnValue } from "../tables.ts";
import { copyRows } from "./copy-rows.ts";
import { termOf } from "./term-of.ts";

const [id, text, type] = ["id", "text", "type"].map((name) =>
  columns.message.findIndex((column) => column.name === name),
) as [number, number, number];

/** An index can hold so many bytes of terms of one message, which is as much as an item can have. */
const mostBytes = 1_000_000;

/** Brings the index of search in step with messages that are written; must run inside the transaction that writes them. */
export async function indexMessages(
  client: PoolClient,
  app: number,
  written: readonly {
    readonly row: readonly ColumnValue[];
    readonly stored?: readonly ColumnValue[];
  }[],
): Promise<void> {
  const reworded = written.filter(
    ({ row, stored }) =>
      stored === undefined || row[text] !== stored[text] || row[type] !== stored[type],
  );
  const before = reworded.flatMap(({ stored }) => (stored ? [stored[id]!] : []));
  if (before.length > 0) {
    await client.query("delete from messages_search where app = $1 and id = any($2)", [
      app,
      before,
    ]);
  }
  await copyRows(client, "messages_search (app, id, words)", wordRows(app, reworded));
}

function* wordRows(
  app: number,
  written: readonly { readonly row: readonly ColumnValue[] }[],
): Generator<readonly ColumnValue[]> {
  for (const { row } of written) {
    if (row[text] === null || row[type] === "deleted" || row[type] === "system") continue;
    const words = searchWords(String(row[text])).flat().map(termOf).join(" ");
    if (words !== "") yield [app, row[id]!, bounded(words)];
  }
}

function bounded(words: string): string {
  if (words.length * 3 <= mostBytes || Buffer.byteLength(words) <= mostBytes) return words;
  const part = Buffer.from(words).subarray(0, mostBytes).toString();
  return part.slice(0, part.lastIndexOf(" "));
}
