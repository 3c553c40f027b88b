import { randomUUID } from "node:crypto";
import { parseTime } from "../../format/index.ts";
import type { ImportFacts, ImportQuery } from "../control.ts";
import type { Actor, ImportRecord } from "../import-record.ts";
import { importStateNames } from "../import-states.ts";
import { StoreError } from "../store-error.ts";
import { ask } from "./ask.ts";
import { askAndKeep } from "./ask-and-keep.ts";
import { now } from "./now.ts";
import type { Rows, SqlValue, Steps } from "./step.ts";

/** A row of the table of imports. */
export type ImportRow = Rows[number];

/** Makes an import that waits for its file. */
export function* insertImport(app: string, fileName: string, by: Actor): Steps<ImportRecord> {
  const at = now();
  const [row] = yield* ask(
    "insert into imports (id, app, file_name, uploaded_by, created_at, updated_at, state) values (?, ?, ?, ?, ?, ?, 'uploading') returning *",
    randomUUID(),
    app,
    fileName,
    JSON.stringify(by),
    at,
    at,
  );
  return recordOf(row!);
}

/** Deletes imports that were not asked for so many milliseconds after they were made; tells how many. */
export function* deleteUnasked(olderThan: number): Steps<number> {
  const latest = parseTime(new Date(Date.now() - olderThan).toISOString())!;
  const gone = yield* ask(
    "delete from imports where asked_at is null and created_at <= ? returning id",
    latest,
  );
  return gone.length;
}

/** An import of an app, if it has one of that id. */
export function* readImport(app: string, id: string): Steps<ImportRecord | undefined> {
  const [row] = yield* ask("select * from imports where app = ? and id = ?", app, id);
  return row && recordOf(row);
}

/** The row of an import that is to be changed. Throws `import_not_found`. */
export function* importRow(id: string): Steps<ImportRow> {
  const [row] = yield* askAndKeep("select * from imports where id = ?", [id]);
  if (row !== undefined) return row;
  throw new StoreError(
    "import_not_found",
    `There is no import "${id}".`,
    "List the imports and name one of them.",
  );
}

const most = 500;

/** Which of these names of files no import knows, as its file or its report. */
export function* unknownFiles(names: readonly string[]): Steps<readonly string[]> {
  const known = new Set<SqlValue>();
  for (let at = 0; at < names.length; at += most) {
    const part = names.slice(at, at + most);
    const list = part.map(() => "?").join(", ");
    const rows = yield* ask(
      `select file as name from imports where file in (${list}) union select report from imports where report in (${list})`,
      ...part,
      ...part,
    );
    for (const { name } of rows) known.add(name!);
  }
  return names.filter((name) => !known.has(name));
}

/** Imports of an app that were asked for, newest first. Throws `invalid_limit`. */
export function* readImports(
  app: string,
  { states = importStateNames, limit = 25, offset = 0 }: ImportQuery,
): Steps<readonly ImportRecord[]> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidLimit(`a limit of ${limit}`, "Give a whole number from 1 to 100.");
  }
  if (!Number.isSafeInteger(offset) || offset < 0) {
    throw invalidLimit(`an offset of ${offset}`, "Give a whole number from 0 on.");
  }
  if (states.length === 0) return [];
  const rows = yield* ask(
    `select * from imports where app = ? and asked_at is not null and state in (${states.map(() => "?").join(", ")}) order by created_at desc, id desc limit ? offset ?`,
    app,
    ...states,
    limit,
    offset,
  );
  return rows.map(recordOf);
}

/** Writes columns of an import and gives what it is now. */
export function* updateImport(
  id: string,
  values: Readonly<Record<string, SqlValue>>,
): Steps<ImportRecord> {
  const columns = Object.keys(values).map((name) => `"${name}" = ?`);
  const [row] = yield* ask(
    `update imports set ${columns.join(", ")} where id = ? returning *`,
    ...Object.values(values),
    id,
  );
  return recordOf(row!);
}

/** The columns of facts; of those that are left out, none. */
export function factColumns(facts: ImportFacts): Record<string, SqlValue> {
  const { mode, mergeCustom, references, throttle, report, ...objects } = facts;
  const values: Record<string, SqlValue | undefined> = {
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
  return Object.fromEntries(given) as Record<string, SqlValue>;
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

function invalidLimit(what: string, fix: string): StoreError {
  return new StoreError("invalid_limit", `A list of imports was asked for with ${what}.`, fix);
}
