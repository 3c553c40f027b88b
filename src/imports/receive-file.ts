import { type ImportRecord, mustTakeFile } from "../store/index.ts";
import { completeFile } from "./complete-file.ts";
import { developmentApp } from "./development-app.ts";
import { getImport } from "./get-import.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";

/** Writes the bytes of an upload to the files as they come, and notes the file when all of them are there. Whatever ends it before leaves nothing, and the upload can be begun anew. Of two uploads to one import, the one that is whole first counts.
 *
 * @param most bytes that the file may have; no limit without it
 * @throws ImportError `app_in_production`, `import_not_found`, `import_state` unless it waits for its file; FilesError; what reading the bytes throws */
export function receiveFile(
  imports: Imports,
  app: string,
  id: string,
  bytes: AsyncIterable<Uint8Array>,
  most?: number,
): Promise<ImportRecord> {
  return ImportError.from(async () => {
    await developmentApp(imports, app);
    mustTakeFile(await getImport(imports, app, id));
    await using writer = await imports.files.create(most);
    for await (const block of bytes) await writer.write(block);
    return await completeFile(imports, id, writer);
  });
}
