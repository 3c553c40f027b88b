import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own for a test; disposing of it removes it. */
export interface TempFolder extends Disposable {
  readonly path: string;
  /** A path in it. */
  readonly file: (name: string) => string;
}

/** Makes the folder. */
export function tempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), "chatferry-test-"));
  return {
    path,
    file: (name) => join(path, name),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
