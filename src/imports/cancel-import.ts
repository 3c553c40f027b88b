import { type Actor, type ImportRecord, StoreError } from "../store/index.ts";
import { getImport } from "./get-import.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";
import { mustBeReason } from "./must-be-reason.ts";

/** How often it is tried when the import goes on to another state at the same moment. */
const tries = 5;

/** Cancels an import that is not over. What a worker has written stays and is said in `reconciliation`; loading the file again completes it. A worker that is on it lets go within a second.
 *
 * @throws ImportError `import_not_found`, `import_state` when it is over, `invalid_reason` */
export function cancelImport(
  imports: Imports,
  app: string,
  id: string,
  by: Actor,
  reason?: string,
): Promise<ImportRecord> {
  return ImportError.from(async () => {
    if (reason !== undefined) mustBeReason(reason);
    for (let left = tries; ; left--) {
      const { state: from } = await getImport(imports, app, id);
      const change = { from, to: "cancelled" as const, by, ...(reason ? { reason } : {}) };
      try {
        return await imports.control.changeState(id, change);
      } catch (error) {
        const moved = (await getImport(imports, app, id)).state !== from;
        if (!(error instanceof StoreError) || !moved || left === 0) throw error;
      } finally {
        imports.changes.tell(id);
      }
    }
  });
}
