import type { Actor, ImportRecord } from "../store/index.ts";
import { developmentApp } from "./development-app.ts";
import { getImport } from "./get-import.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";

/** Lets an import go on that was paused or whose loading failed; from its checkpoint, where it had one.
 *
 * @throws ImportError `app_in_production`, `import_not_found`, `import_state` when it is over */
export function resumeImport(
  imports: Imports,
  app: string,
  id: string,
  by: Actor,
): Promise<ImportRecord> {
  const { control, changes } = imports;
  return ImportError.from(async () => {
    await developmentApp(imports, app);
    const { state } = await getImport(imports, app, id);
    if (state === "import_failed") {
      await control.changeState(id, { from: "import_failed", to: "importing", by });
    }
    const record = await control.adjust(id, { paused: false });
    changes.tell(id);
    return record;
  });
}
