import { randomUUID } from "node:crypto";
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { parseTime } from "../../format/index.ts";
import type { ImportFacts, ImportQuery } from "../control.ts";
import type { Actor, ImportRecord } from "../import-record.ts";
import { StoreError } from "../store-error.ts";
import { now } from "./now.ts";

/** A row of the table of imports. */
export type ImportRow = Readonly<Record<string, string | number | null>>;

/** Makes an import that waits for its file. */
export function insertImport(
  db: DatabaseSync,
  app: string,
  fileName: string,
  by: Actor,
): ImportRecord {
  const at = now();
  const row = db
    .prepare(
      "insert into imports (id, app, file_name, uploaded_by, created_at, updated_at, state) values (?, ?, ?, ?, ?, ?, 'uploading') returning *",
    )
    .get(randomUUID(), app, fileName, JSON.stringify(by), at, at);
  return recordOf(row as ImportRow);
}

/** Deletes imports that were not asked for so many milliseconds after they were made; tells how many. */
export function deleteUnasked(db: DatabaseSync, olderThan: number): number {
  const latest = parseTime(new Date(Date.now() - olderThan).toISOString())!;
  const { changes } = db
    .prepare("delete from imports where asked_at is null and created_at <= ?")
    .run(latest);
  return Number(changes);
}

/** The row of an import. Throws `import_not_found`. */
export function importRow(db: DatabaseSync, id: string): ImportRow {
  const row = db.prepare("select * from imports where id = ?").get(id);
  if (row !== undefined) return row as ImportRow;
  throw new StoreError(
    "import_not_found",
    `There is no import "${id}".`,
    "List the imports and name one of them.",
  );
}

/** Imports of an app that were asked for, newest first. Throws `invalid_limit`. */
export function readImports(
  db: DatabaseSync,
  app: string,
  { states, limit = 25, offset = 0 }: ImportQuery,
): readonly ImportRecord[] {
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidLimit(`a limit of ${limit}`, "Give a whole number from 1 to 100.");
  }
  if (!Number.isSafeInteger(offset) || offset < 0) {
    throw invalidLimit(`an offset of ${offset}`, "Give a whole number from 0 on.");
  }
  const rows = db
    .prepare(
      "select * from imports where app = ? and asked_at is not null and (? is null or state in (select value from json_each(?))) order by created_at desc, id desc limit ? offset ?",
    )
    .all(app, ...twice(states ? JSON.stringify(states) : null), limit, offset);
  return rows.map((row) => recordOf(row as ImportRow));
}

/** Writes columns of an import and gives what it is now. */
export function updateImport(
  db: DatabaseSync,
  id: string,
  values: Readonly<Record<string, SQLInputValue>>,
): ImportRecord {
  const columns = Object.keys(values).map((name) => `"${name}" = ?`);
  const row = db
    .prepare(`update imports set ${columns.join(", ")} where id = ? returning *`)
    .get(...Object.values(values), id);
  return recordOf(row as ImportRow);
}

/** The columns of facts; of those that are left out, none. */
export function factColumns(facts: ImportFacts): Record<string, SQLInputValue> {
  const { mode, mergeCustom, references, throttle, report, ...objects } = facts;
  const values: Record<string, SQLInputValue | undefined> = {
    mode,
    merge_custom: mergeCustom === undefined ? undefined : Number(mergeCustom),
    references,
    throttle,
    report,
  };
  for (const [name, value] of Object.entries(objects)) {
    values[name] = value === undefined ? undefined : jsonOf(value);
  }
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Record<string, SQLInputValue>;
}

/** An import as it is in its row. */
export function recordOf(row: ImportRow): ImportRecord {
  const text = (name: string) => row[name] as string;
  const json = (name: string) => (row[name] === null ? null : (JSON.parse(text(name)) as never));
  return {
    id: text("id"),
    app: text("app"),
    fileName: text("file_name"),
    uploadedBy: json("uploaded_by")!,
    createdAt: text("created_at"),
    updatedAt: text("updated_at"),
    state: row["state"] as ImportRecord["state"],
    paused: row["paused"] === 1,
    mode: row["mode"] as ImportRecord["mode"],
    mergeCustom: row["merge_custom"] === 1,
    references: row["references"] as ImportRecord["references"],
    throttle: row["throttle"] as number | null,
    file:
      row["file"] === null
        ? null
        : { name: text("file"), size: row["size"] as number, sha256: text("sha256") },
    progress: json("progress"),
    result: json("result"),
    report: row["report"] as string | null,
    reconciliation: json("reconciliation"),
    failure: json("failure"),
    history: json("history")!,
  };
}

function jsonOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function twice<T>(value: T): [T, T] {
  return [value, value];
}

function invalidLimit(what: string, fix: string): StoreError {
  return new StoreError("invalid_limit", `A list of imports was asked for with ${what}.`, fix);
}
