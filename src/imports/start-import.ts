import type { Actor, ImportOptions, ImportRecord } from "../store/index.ts";
import { developmentApp } from "./development-app.ts";
import { getImport } from "./get-import.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";
import { mustBeThrottle } from "./throttle-import.ts";

/** Asks for an import whose file is there: it waits for a worker from now on, and lists show it.
 *
 * @param options those that are left out stay as {@link Control.createImport} has them
 * @throws ImportError `app_in_production`, `import_not_found`, `import_state`, `file_missing`, `invalid_throttle` */
export function startImport(
  imports: Imports,
  app: string,
  id: string,
  by: Actor,
  options: Partial<ImportOptions> = {},
): Promise<ImportRecord> {
  return ImportError.from(async () => {
    await developmentApp(imports, app);
    mustBeThrottle(options.throttle ?? null);
    const { state, file, fileName } = await getImport(imports, app, id);
    if (state === "uploading" && file === null) {
      throw new ImportError(
        "file_missing",
        `The file ${fileName} was not uploaded, or not to the end.`,
        "Upload it to its upload URL, then ask for the import.",
      );
    }
    const { mode, mergeCustom, references, throttle } = options;
    const given = Object.entries({ mode, mergeCustom, references, throttle });
    const record = await imports.control.changeState(
      id,
      { from: "uploading", to: "uploaded", by },
      Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    );
    imports.changes.tell(id);
    return record;
  });
}
