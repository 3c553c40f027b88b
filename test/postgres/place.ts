import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresDatabase } from "./database.ts";
import type { StoreLocation } from "../../src/store/index.ts";

/** A database, and a folder for files. */
export interface PostgresPlace extends AsyncDisposable {
  readonly location: StoreLocation & { readonly url: string };
}

/** Makes a place for a new store. The database goes with the run, the folder when it is disposed of. */
export async function postgresPlace(): Promise<PostgresPlace> {
  const url = await postgresDatabase();
  const folder = await mkdtemp(join(tmpdir(), "chatferry-postgres-place-"));
  return {
    location: { folder, url },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
