import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor, ImportOptions, ImportRecord } from "../../store/index.ts";
import { createImport } from "../create-import.ts";
import type { Imports } from "../imports.ts";
import { openImports } from "../open-imports.ts";
import { receiveFile } from "../receive-file.ts";
import { startImport } from "../start-import.ts";

/** Imports in a folder of their own, for one test; disposing of them removes it. */
export interface TempImports extends Imports, AsyncDisposable {
  readonly folder: string;
}

/** Makes the folder. */
export async function tempImports(): Promise<TempImports> {
  const folder = await mkdtemp(join(tmpdir(), "chatferry-imports-"));
  const imports = await openImports({ folder });
  return {
    ...imports,
    folder,
    [Symbol.asyncDispose]: async () => {
      await imports[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Who uploads in tests. */
export const script: Actor = { kind: "key", name: "script" };

/** The bytes of a text in blocks, as an upload brings them. */
export async function* blocks(text: string, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Uploads a file and asks for its import. */
export async function upload(
  imports: Imports,
  text: string,
  options?: Partial<ImportOptions>,
  app = "default",
): Promise<ImportRecord> {
  const { id } = await createImport(imports, app, "export.jsonl", script);
  await receiveFile(imports, app, id, blocks(text));
  return startImport(imports, app, id, script, options);
}
