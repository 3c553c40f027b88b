import { rmSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "../store/index.ts";
import { isSpecial } from "./is-special.ts";
import { type OutputFileKind, WriteError } from "./write-error.ts";

/** A file that is being written. It has its name only once it is complete; disposing of it before removes it, as does the end of the process. */
export interface OutputFile extends AsyncDisposable {
  readonly path: string;
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Gives the file its name. */
  readonly complete: () => Promise<void>;
}

/** Opens the file, and makes its folder when it is not there. A device or a pipe is written to as it is.
 *
 * @throws WriteError when it, or its folder, cannot be written */
export async function openOutputFile(path: string, kind: OutputFileKind): Promise<OutputFile> {
  const isFile = !(await isSpecial(path));
  const partial = isFile ? `${path}.${process.pid}.partial` : path;
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw new WriteError(path, kind, error as NodeJS.ErrnoException);
    }
  };
  const file = await guard(async () => {
    makeFolder(dirname(path));
    return open(partial, "w");
  });
  const remove = () => {
    if (isFile) rmSync(partial, { force: true });
  };
  process.once("exit", remove);
  let isOpen = true;
  const close = async () => {
    isOpen = false;
    process.off("exit", remove);
    await file.close();
  };
  return {
    path,
    write: (bytes) => guard(() => file.writeFile(bytes)),
    complete: () =>
      guard(async () => {
        await close();
        if (isFile) await rename(partial, path);
      }),
    async [Symbol.asyncDispose]() {
      if (!isOpen) return;
      await close();
      remove();
    },
  };
}
