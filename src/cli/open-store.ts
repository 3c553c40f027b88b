import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { openStore, type Store } from "../store/index.ts";

/** There is no store where one is to be read. */
class NoStoreError extends Error {
  override readonly name = "NoStoreError";
  readonly fix = "import a file first: chatferry import FILE; or name the store's folder by --data";
}

/** Opens the store in a folder to read what is there, also where it may not be written.
 *
 * @throws NoStoreError when nothing was ever imported into it */
export function openExistingStore(data: string): Promise<Store> {
  const file = join(data, "data.db");
  if (!existsSync(file)) throw new NoStoreError(`there is no store in the folder ${data}`);
  return openStore({ folder: data, readOnly: !mayBeWritten(data) || !mayBeWritten(file) });
}

function mayBeWritten(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
