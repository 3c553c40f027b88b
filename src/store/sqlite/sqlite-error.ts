import { StoreError } from "../store-error.ts";

/** Runs `work`, and turns what SQLite or the file system throws in it into a {@link StoreError} where its cause is known. Other errors pass.
 *
 * @param file the database file, for the message. */
export async function withStoreErrors<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw sqliteError(file, error);
  }
}

function sqliteError(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const name = "errcode" in error ? names[Number(error.errcode) & 0xff] : error.code;
  const why = error.message;
  switch (name) {
    case "busy":
      return new StoreError(
        "store_locked",
        `The store ${file} is locked by another process: ${why}.`,
        "Wait until the other process has finished, or end it; then try again.",
        error,
      );
    case "full":
    case "ENOSPC":
    case "EDQUOT":
      return new StoreError(
        "disk_full",
        `The store ${file} cannot be written: ${why}.`,
        "Make room on the disk, then try again.",
        error,
      );
    case "unreachable":
      return new StoreError(
        "store_failed",
        `The store ${file} cannot be read or written: ${why}.`,
        "See whether the disk is full or broken, and whether files may grow so large (ulimit -f); then try again.",
        error,
      );
    case "unwritable":
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "EEXIST":
    case "ENOTDIR":
    case "ENOENT":
      return new StoreError(
        "store_unwritable",
        `The store ${file} cannot be opened for writing: ${why}.`,
        "Make its folder writable for this user, or name another folder by --data.",
        error,
      );
    case "damaged":
      return new StoreError(
        "store_damaged",
        `The store ${file} is no database, or a broken one: ${why}.`,
        "Put back a copy of the folder, or name another one and load the files again.",
        error,
      );
    default:
      if (error.code !== "ERR_SQLITE_ERROR") return error;
      return new StoreError(
        "store_failed",
        `The store ${file} failed: ${why}.`,
        "Check the disk, then try again.",
        error,
      );
  }
}

/** The primary result codes that have a cause of their own. Source: https://www.sqlite.org/rescode.html */
const names: Readonly<Record<number, "busy" | "unwritable" | "full" | "damaged" | "unreachable">> =
  {
    3: "unwritable",
    5: "busy",
    6: "busy",
    8: "unwritable",
    10: "unreachable",
    11: "damaged",
    13: "full",
    14: "unwritable",
    26: "damaged",
  };
