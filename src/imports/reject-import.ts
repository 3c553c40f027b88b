import type { ImportRecord } from "../store/index.ts";
import { type Decider, mustMayDecide } from "./deciding.ts";
import { getImport } from "./get-import.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";
import { mustBeReason } from "./must-be-reason.ts";

/** Rejects an import that waits for confirmation: it is cancelled, with the reason in its history.
 *
 * @throws ImportError `import_not_found`, `import_state`, `confirm_not_permitted`, `invalid_reason` */
export function rejectImport(
  imports: Imports,
  app: string,
  id: string,
  who: Decider,
  reason: string,
): Promise<ImportRecord> {
  return ImportError.from(async () => {
    mustBeReason(reason);
    mustMayDecide(await imports.store.app(app), await getImport(imports, app, id), who);
    const record = await imports.control.changeState(id, {
      from: "waiting_confirmation",
      to: "cancelled",
      by: who.by,
      reason,
    });
    imports.changes.tell(id);
    return record;
  });
}
