import type { ImportRecord } from "../store/index.ts";
import { getImport } from "./get-import.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";

/** Pauses an import that is not over: a worker that is on it lets go within a second, and none takes it until it is resumed.
 *
 * @throws ImportError `import_not_found`, `import_state` when it is over */
export function pauseImport(imports: Imports, app: string, id: string): Promise<ImportRecord> {
  return ImportError.from(async () => {
    await getImport(imports, app, id);
    const record = await imports.control.adjust(id, { paused: true });
    imports.changes.tell(id);
    return record;
  });
}
