import type { ImportRecord } from "../store/index.ts";
import { type Decider, mustMayDecide } from "./deciding.ts";
import { developmentApp } from "./development-app.ts";
import { getImport } from "./get-import.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";

/** Confirms an import whose file is valid: it waits for a worker to load it from now on.
 *
 * @throws ImportError `app_in_production`, `import_not_found`, `import_state`, `confirm_not_permitted` */
export function confirmImport(
  imports: Imports,
  app: string,
  id: string,
  who: Decider,
): Promise<ImportRecord> {
  return ImportError.from(async () => {
    const settings = await developmentApp(imports, app);
    mustMayDecide(settings, await getImport(imports, app, id), who);
    const record = await imports.control.changeState(id, {
      from: "waiting_confirmation",
      to: "importing",
      by: who.by,
    });
    imports.changes.tell(id);
    return record;
  });
}
