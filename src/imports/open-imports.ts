import { join } from "node:path";
import { openDiskFiles } from "../files/index.ts";
import { openControl, openStore, type StoreLocation } from "../store/index.ts";
import { ImportChanges } from "./import-changes.ts";
import type { Imports } from "./imports.ts";

/** Opens everything that imports are made of, in one folder that is made when it is not there: the store, what is kept of keys and imports, and the files. Disposing of it closes all.
 *
 * @throws StoreError */
export async function openImports(location: StoreLocation): Promise<Imports & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const store = opened.use(await openStore(location));
  const control = opened.use(await openControl(location));
  const files = openDiskFiles(join(location.folder, "files"));
  const kept = opened.move();
  return {
    store,
    control,
    files,
    changes: new ImportChanges(),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
