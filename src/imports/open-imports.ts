import { openFiles } from "../files/index.ts";
import { openControl, openStore } from "../store/index.ts";
import { ImportChanges } from "./import-changes.ts";
import type { Imports } from "./imports.ts";
import type { ImportsLocation } from "./imports-location.ts";
import { UploadTurns } from "./upload-turns.ts";

/** Opens everything that imports are made of, in one folder that is made when it is not there: the store, what is kept of keys and imports, and the files. Disposing of it closes all.
 *
 * @throws StoreError */
export async function openImports(location: ImportsLocation): Promise<Imports & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const store = opened.use(await openStore(location));
  const control = opened.use(await openControl(location));
  const files = await openFiles(location.folder, location.s3);
  const kept = opened.move();
  return {
    store,
    control,
    files,
    uploads: new UploadTurns(),
    changes: new ImportChanges(),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
