import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from } from "pg-copy-streams";
import type { ColumnValue } from "../tables.ts";

/** Characters that are sent at once. */
const part = 65_536;

/** Writes rows by COPY.
 *
 * @param into the table and the columns, as COPY takes them */
export async function copyRows(
  client: ClientBase,
  into: string,
  rows: Iterable<readonly ColumnValue[]>,
): Promise<void> {
  await pipeline(Readable.from(lines(rows)), client.query(from(`copy ${into} from stdin`)));
}

function* lines(rows: Iterable<readonly ColumnValue[]>): Generator<Buffer> {
  let text = "";
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) {
      const value = row[at];
      if (at > 0) text += "\t";
      if (value === null || value === undefined) text += "\\N";
      else text += typeof value === "string" ? escaped(value) : value;
    }
    text += "\n";
    if (text.length >= part) {
      yield Buffer.from(text);
      text = "";
    }
  }
  if (text !== "") yield Buffer.from(text);
}

const special = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escaped(value: string): string {
  return special.test(value) ? value.replace(/[\\\n\r\t]/g, (letter) => escapes[letter]!) : value;
}
