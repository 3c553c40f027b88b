import { rm } from "node:fs/promises";
import { join } from "node:path";
import { openSource, type Source, SourceError } from "../analyse/index.ts";
import { makeFolder } from "../store/index.ts";
import type { HeldImport } from "./held-import.ts";
import type { Imports } from "./imports.ts";
import type { ProgressMeter } from "./progress-meter.ts";

/** Opens the file of an import for reading by range, unpacked into `tmp` where it is compressed.
 *
 * @throws SourceError, FilesError */
export async function openFile(
  { files }: Pick<Imports, "files">,
  held: HeldImport,
  meter: ProgressMeter,
  tmp: string,
): Promise<Source> {
  const { id, file, fileName } = held.lease.record;
  await using opened = new AsyncDisposableStack();
  const copy = opened.use(
    await files.localCopy(file!.name, { sha256: file!.sha256, signal: held.signal }),
  );
  // Only this worker is on the import: what is there a worker left that was killed.
  const folder = join(tmp, id);
  try {
    await rm(folder, { recursive: true, force: true });
    makeFolder(folder);
  } catch (error) {
    throw new SourceError("no_spool", fileName, error);
  }
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const source = opened.use(
    await openSource(copy.path, {
      name: fileName,
      tmp: folder,
      onSpool: (bytes) => {
        const progress = { bytes, size: file!.size, items: 0, issues: 0 };
        held.note({ progress: meter.measure({ phase: "unpacking", ...progress }) });
      },
      signal: held.signal,
    }),
  );
  const kept = opened.move();
  return { ...source, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
