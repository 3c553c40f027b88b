import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { postgresDatabase } from "../../../test/postgres/database.ts";
import {
  type Actor,
  type ImportOptions,
  type ImportRecord,
  importStates,
  type StoreLocation,
} from "../../store/index.ts";
import { createImport } from "../create-import.ts";
import { getImport } from "../get-import.ts";
import type { Imports } from "../imports.ts";
import { openImports } from "../open-imports.ts";
import { receiveFile } from "../receive-file.ts";
import { startImport } from "../start-import.ts";

/** Imports in a folder of their own, for one test, and where the tests are to run on PostgreSQL in a database of their own; disposing of them removes it. */
export interface TempImports extends Imports, AsyncDisposable {
  readonly folder: string;
  readonly location: StoreLocation;
}

/** Makes the folder. */
export async function tempImports(): Promise<TempImports> {
  const folder = await mkdtemp(join(tmpdir(), "chatferry-imports-"));
  const location = { folder, ...(inject("onPostgres") && { url: await postgresDatabase() }) };
  const imports = await openImports(location);
  return {
    ...imports,
    folder,
    location,
    [Symbol.asyncDispose]: async () => {
      await imports[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Who uploads in tests. */
export const script: Actor = { kind: "key", name: "script" };

/** The bytes of a text in blocks, as an upload brings them. */
export async function* blocks(text: string | Buffer, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Uploads a file and asks for its import. */
export async function upload(
  imports: Imports,
  text: string | Buffer,
  options?: Partial<ImportOptions>,
  app = "default",
): Promise<ImportRecord> {
  const { id } = await createImport(imports, app, "export.jsonl", script);
  await receiveFile(imports, app, id, blocks(text));
  return startImport(imports, app, id, script, options);
}

/** A file of many messages in one channel: valid, and long enough to be interrupted. */
export function manyMessages(count: number): string {
  const at = { created_at: "2024-05-01T10:00:00Z" };
  const hall = { channel_type: "messaging", channel_id: "hall" };
  const items = [
    { type: "user", item: { id: "ana", ...at } },
    { type: "channel", item: { type: "messaging", id: "hall", created_by: "ana", ...at } },
    { type: "member", item: { ...hall, user_id: "ana", ...at } },
    ...Array.from({ length: count - 3 }, (_, n) => ({
      type: "message",
      item: { ...hall, ...(n % 3 === 0 ? {} : { id: `m${n}` }), user: "ana", text: `${n}`, ...at },
    })),
  ];
  return items.map((item) => `${JSON.stringify(item)}\n`).join("");
}

/** Resolves with the import when it is as wanted. */
export async function reached(
  imports: Imports,
  id: string,
  wanted: ImportRecord["state"] | ((record: ImportRecord) => boolean),
  app = "default",
): Promise<ImportRecord> {
  for (;;) {
    const record = await getImport(imports, app, id);
    if (typeof wanted === "string" ? record.state === wanted : wanted(record)) return record;
    if (importStates[record.state].length === 0) {
      throw new Error(`it is ${record.state}: ${JSON.stringify(record.failure)}`);
    }
    await imports.changes.next(50, undefined, id);
  }
}
