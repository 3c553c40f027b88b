import type { PoolClient } from "pg";
import type { ItemTypeName } from "../../format/index.ts";
import type { BatchCounter } from "../batch-counter.ts";
import { columns } from "../columns.ts";
import type { LoadState } from "../load-state.ts";
import { merge } from "../merge.ts";
import { newRow } from "../new-row.ts";
import type { Row } from "../row.ts";
import { type ColumnValue, tables } from "../tables.ts";
import { copyRows } from "./copy-rows.ts";
import { indexMessages } from "./search-index.ts";

/** A row as it will be when the batch is written. */
interface Written {
  row: readonly ColumnValue[];
  /** The load that wrote it last. */
  load: number;
  /** Whether this batch writes it. */
  changed: boolean;
  /** The row that is there already, if it is. */
  readonly stored?: readonly ColumnValue[];
}

/** Writes the rows of one item type in their order; must run inside a transaction that nobody else writes rows of the app beside. What is there is read at once, merged here as it is everywhere, and what has changed goes in as what is new does: by COPY. */
export async function writeRows(
  client: PoolClient,
  type: ItemTypeName,
  given: readonly Row[],
  load: LoadState,
  app: number,
  counter: BatchCounter,
): Promise<void> {
  const { key } = layouts[type];
  const keyOf = (row: readonly unknown[]) => key.map((at) => row[at]).join("\0");
  const byKey = new Map<string, Written>();
  for (const stored of await storedRows(client, type, given, app)) {
    const load = stored.pop() as number;
    byKey.set(keyOf(stored), { row: stored, load, changed: false, stored });
  }
  for (const row of given) {
    const id = keyOf(row);
    const written = byKey.get(id);
    if (written === undefined) {
      byKey.set(id, { row: newRow(type, row, load.importTime), load: load.id, changed: true });
      counter.count(type, { outcome: "created" });
    } else if (load.mode === "insert") {
      counter.count(type, { outcome: "skipped" });
    } else {
      const merged = merge(type, written.row, row, load.mergeCustom);
      if (merged === undefined) counter.count(type, { outcome: "unchanged" });
      else {
        counter.count(type, { outcome: "updated", superseded: written.load });
        Object.assign(written, { row: merged, load: load.id, changed: true });
      }
    }
  }
  const changed = [...byKey.values()].filter((written) => written.changed);
  const replaced = changed.flatMap(({ stored }) => (stored ? [stored] : []));
  await deleteRows(client, type, replaced, app);
  const into = `${tables[type]} (app, import_id, ${layouts[type].names.join(", ")})`;
  await copyRows(client, into, rowsOf(changed, app, load.id));
  if (type === "message") await indexMessages(client, app, changed);
}

function* rowsOf(
  changed: readonly Written[],
  app: number,
  load: number,
): Generator<readonly ColumnValue[]> {
  for (const { row } of changed) yield [app, load, ...row];
}

async function storedRows(
  client: PoolClient,
  type: ItemTypeName,
  given: readonly Row[],
  app: number,
): Promise<ColumnValue[][]> {
  const { names, key } = layouts[type];
  const { rows } = await client.query<ColumnValue[]>({
    text: `select ${names.map((name) => `stored.${name}`).join(", ")}, stored.import_id from ${keysOf(type)} join ${tables[type]} as stored on ${isKey(type)}`,
    values: [app, ...key.map((at) => given.map((row) => row[at]))],
    rowMode: "array",
  });
  return rows;
}

async function deleteRows(
  client: PoolClient,
  type: ItemTypeName,
  rows: readonly (readonly ColumnValue[])[],
  app: number,
): Promise<void> {
  if (rows.length === 0) return;
  const { key } = layouts[type];
  await client.query(
    `delete from ${tables[type]} as stored using ${keysOf(type)} where ${isKey(type)}`,
    [app, ...key.map((at) => rows.map((row) => row[at]))],
  );
}

/** The keys in the parameters behind the app's number, each once. */
function keysOf(type: ItemTypeName): string {
  const { names, key } = layouts[type];
  const arrays = key.map((_, i) => `$${i + 2}::text[]`);
  const found = key.map((at) => names[at]);
  return `(select distinct * from unnest(${arrays.join(", ")})) as given (${found.join(", ")})`;
}

function isKey(type: ItemTypeName): string {
  const { names, key } = layouts[type];
  return ["stored.app = $1", ...key.map((at) => `stored.${names[at]} = given.${names[at]}`)].join(
    " and ",
  );
}

const layouts = Object.fromEntries(
  Object.entries(columns).map(([type, list]) => [
    type,
    {
      names: list.map(({ name }) => `"${name}"`),
      key: list.flatMap(({ upsert }, at) => (upsert === "key" ? [at] : [])),
    },
  ]),
) as unknown as Readonly<
  Record<ItemTypeName, { readonly names: readonly string[]; readonly key: readonly number[] }>
>;
