import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { openStore, type Store } from "../store/index.ts";
import { locationOf } from "./location-of.ts";

/** There is no store where one is to be read. */
class NoStoreError extends Error {
  override readonly name = "NoStoreError";
  readonly fix =
    "name the folder of a store by --data, or make one: chatferry import FILE, or chatferry serve";
}

/** Opens the store of a folder to read what is there, also where it may not be written.
 *
 * @throws NoStoreError when nothing was ever imported into it */
export function openExistingStore(data: string): Promise<Store> {
  mustHaveStore(data);
  const location = locationOf(data);
  if (location.url !== undefined) return openStore(location);
  return openStore({ ...location, readOnly: isReadOnly(data) });
}

/** Whether the store in a folder may be read and not written: an archive, or another user's. */
export function isReadOnly(data: string): boolean {
  return !mayBeWritten(data) || !mayBeWritten(join(data, "data.db"));
}

/** Refuses a folder that has no store, which a command about what is there would make: it is a slip of the finger.
 *
 * @throws NoStoreError */
export function mustHaveStore(data: string): void {
  // A database is named on purpose, and never by a slip.
  if (locationOf(data).url !== undefined || existsSync(join(data, "data.db"))) return;
  throw new NoStoreError(`there is no store in the folder ${data}`);
}

function mayBeWritten(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
