import { existsSync } from "node:fs";
import { join } from "node:path";
import { openStore, type Store } from "../store/index.ts";

/** There is no store where one is to be read. */
class NoStoreError extends Error {
  override readonly name = "NoStoreError";
  readonly fix = "import a file first: chatferry import FILE; or name the store's folder by --data";
}

/** Opens the store in a folder to read what is there.
 *
 * @throws NoStoreError when nothing was ever imported into it */
export function openExistingStore(data: string): Promise<Store> {
  if (!existsSync(join(data, "data.db"))) {
    throw new NoStoreError(`there is no store in the folder ${data}`);
  }
  return openStore({ folder: data });
}
