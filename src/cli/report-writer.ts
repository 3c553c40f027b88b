import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { ReportError } from "./report-error.ts";

/** The file that a report goes to. It has its name only once it is complete; disposing of it before removes it. */
export interface ReportWriter extends AsyncDisposable {
  readonly path: string;
  readonly write: (lines: Uint8Array) => Promise<void>;
  /** Gives the file its name. */
  readonly complete: () => Promise<void>;
}

/** Opens the file.
 *
 * @throws ReportError when it, or its folder, cannot be written */
export async function openReport(path: string): Promise<ReportWriter> {
  const partial = `${path}.${process.pid}.partial`;
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw new ReportError(path, error as NodeJS.ErrnoException);
    }
  };
  const file = await guard(async () => {
    await mkdir(dirname(path), { recursive: true });
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
