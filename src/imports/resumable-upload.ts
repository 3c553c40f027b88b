import { type ImportRecord, mustTakeFile } from "../store/index.ts";
import { completeFile } from "./complete-file.ts";
import { developmentApp } from "./development-app.ts";
import { getImport } from "./get-import.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";

/** How far an upload in several tries is. */
export interface UploadState {
  /** Bytes that have arrived. */
  readonly offset: number;
  /** The file; null while bytes are missing. */
  readonly file: ImportRecord["file"];
}

/** What an upload in several tries brings. */
export interface UploadPart {
  /** Bytes of the whole file. */
  readonly length: number;
  /** Bytes that came before these. */
  readonly offset: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** How far an upload is. Whoever is sending bytes of it is asked to stop: who asks has lost the connection to that one.
 *
 * @throws ImportError `import_not_found`, `import_state` when it is no longer waited for; FilesError */
export function uploadState(imports: Imports, app: string, id: string): Promise<UploadState> {
  return ImportError.from(async () => {
    const record = await getImport(imports, app, id);
    if (record.file !== null) return { offset: record.file.size, file: record.file };
    mustTakeFile(record);
    using _turn = await imports.uploads.take(id);
    await using writer = await imports.files.resume(id);
    return { offset: writer.offset, file: null };
  });
}

/** Takes bytes of an upload in several tries as they come, and notes the file when all of them are there. What has arrived is kept, whatever ends it: another try goes on behind it.
 *
 * @throws ImportError `app_in_production`, `import_not_found`, `import_state` when the file is there already or somebody else goes on with it, `upload_offset` when other bytes are wanted; FilesError; what reading the bytes throws */
export function continueUpload(
  imports: Imports,
  app: string,
  id: string,
  { length, offset, bytes }: UploadPart,
): Promise<UploadState> {
  return ImportError.from(async () => {
    await developmentApp(imports, app);
    mustTakeFile(await getImport(imports, app, id));
    using turn = await imports.uploads.take(id);
    // Who had the turn before may have completed it.
    mustTakeFile(await getImport(imports, app, id));
    await using writer = await imports.files.resume(id, length);
    if (writer.offset !== offset) throw wrongOffset(writer.offset, offset);
    let at = offset;
    for await (const block of untilAborted(bytes, turn.signal)) {
      await writer.write(block);
      at += block.length;
    }
    if (at < length) return { offset: at, file: null };
    const { file } = await completeFile(imports, id, writer);
    return { offset: at, file };
  });
}

async function* untilAborted(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined);
  const onAbort = () =>
    stopped.reject(
      new ImportError(
        "import_state",
        "Somebody else goes on with the upload.",
        "Ask how many bytes have arrived, and go on from there.",
      ),
    );
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  try {
    for (;;) {
      const { done, value } = await Promise.race([iterator.next(), stopped.promise]);
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function wrongOffset(there: number, given: number): ImportError {
  return new ImportError(
    "upload_offset",
    `${there} bytes of the file have arrived, and not ${given}.`,
    `Go on from byte ${there}.`,
  );
}
