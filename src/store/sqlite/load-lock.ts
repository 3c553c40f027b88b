import { DatabaseSync } from "node:sqlite";

/** Source: https://www.sqlite.org/rescode.html */
const busy = 5;

/** Takes the lock that a load holds from its beginning to its end, so that of several loads into one store each finds what the one before it left; `undefined` while another one holds it. The system lets go of it when the process ends, in whatever way.
 *
 * @param file beside the database, of which only the lock is used: the database itself stays free for whoever else writes between the transactions of a load. */
export function tryLoadLock(file: string): Disposable | undefined {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    // Nothing is ever written, so that no journal need lie beside the file.
    db.exec("pragma journal_mode = memory; begin exclusive");
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return undefined;
    throw error;
  }
}
