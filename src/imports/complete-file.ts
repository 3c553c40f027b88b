import type { FileWriter } from "../files/index.ts";
import type { ImportRecord } from "../store/index.ts";
import type { Imports } from "./imports.ts";

/** Completes the file of an import and notes it; where that cannot be noted, nothing of it is left. */
export async function completeFile(
  { control, files, changes }: Imports,
  id: string,
  writer: FileWriter,
): Promise<ImportRecord> {
  const stored = await writer.complete();
  try {
    return await control.completeUpload(id, stored);
  } catch (error) {
    await files.remove(stored.name);
    throw error;
  } finally {
    changes.tell(id);
  }
}
