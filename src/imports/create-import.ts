import type { Actor, ImportRecord } from "../store/index.ts";
import { developmentApp } from "./development-app.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";

const longestName = 255;

/** Gives a file a place: makes an import that waits for it. Lists do not show it before {@link startImport}.
 *
 * @param fileName what the uploader calls the file; shown to people, never a path here
 * @throws ImportError `app_not_found`, `app_in_production`, `invalid_file_name` */
export function createImport(
  imports: Imports,
  app: string,
  fileName: string,
  by: Actor,
): Promise<ImportRecord> {
  return ImportError.from(async () => {
    await developmentApp(imports, app);
    if (fileName === "" || fileName.length > longestName || /\p{Cc}/u.test(fileName)) {
      throw new ImportError(
        "invalid_file_name",
        "The name of the file is empty, too long, or holds control characters.",
        `Give a name of at most ${longestName} characters, such as export.jsonl.gz.`,
      );
    }
    return await imports.control.createImport(app, fileName, by);
  });
}
