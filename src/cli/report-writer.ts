import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "../store/index.ts";
import { ReportError } from "./report-error.ts";
import { UsageError } from "./usage-error.ts";

/** The file that a report goes to. It has its name only once it is complete; disposing of it before removes it. */
export interface ReportWriter extends AsyncDisposable {
  readonly path: string;
  readonly write: (lines: Uint8Array) => Promise<void>;
  /** Gives the file its name. */
  readonly complete: () => Promise<void>;
}

/** Opens the file.
 *
 * @throws ReportError when it, or its folder, cannot be written; UsageError when it is there and no report */
export async function openReport(path: string): Promise<ReportWriter> {
  const partial = `${path}.${process.pid}.partial`;
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw new ReportError(path, error as NodeJS.ErrnoException);
    }
  };
  await mustBeReport(path);
  const file = await guard(async () => {
    makeFolder(dirname(path));
    return open(partial, "w");
  });
  let isOpen = true;
  return {
    path,
    write: (lines) => guard(() => file.writeFile(lines)),
    complete: () =>
      guard(async () => {
        isOpen = false;
        await file.close();
        await rename(partial, path);
      }),
    async [Symbol.asyncDispose]() {
      if (!isOpen) return;
      await file.close();
      await rm(partial, { force: true });
    },
  };
}

/** What is there already may be replaced by a report only where it is one: a slip must not cost an import file or a store. */
async function mustBeReport(path: string): Promise<void> {
  const start = Buffer.from('{"code":"');
  let head: Buffer;
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(start.length), 0, start.length, 0);
    head = buffer.subarray(0, bytesRead);
  } catch {
    // Not there, or not to be read: writing will tell.
    return;
  }
  if (head.length === 0 || head.equals(start)) return;
  throw new UsageError(`${path} is there and is no report; name another file by --report`);
}
