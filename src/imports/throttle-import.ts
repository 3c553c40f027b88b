import type { ImportRecord } from "../store/index.ts";
import { getImport } from "./get-import.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";

const most = 1_000_000_000;

/** Sets how many items of an import are loaded in a second at most, null for no limit; also while it is loaded, within a second.
 *
 * @throws ImportError `import_not_found`, `import_state` when it is over, `invalid_throttle` */
export function throttleImport(
  imports: Imports,
  app: string,
  id: string,
  throttle: number | null,
): Promise<ImportRecord> {
  return ImportError.from(async () => {
    mustBeThrottle(throttle);
    await getImport(imports, app, id);
    const record = await imports.control.adjust(id, { throttle });
    imports.changes.tell(id);
    return record;
  });
}

/** Throws an {@link ImportError} `invalid_throttle` unless it is null or a whole number of items in a second. */
export function mustBeThrottle(throttle: number | null): void {
  if (throttle === null) return;
  if (Number.isInteger(throttle) && throttle >= 1 && throttle <= most) return;
  throw new ImportError(
    "invalid_throttle",
    `A throttle of ${throttle} items in a second cannot be kept.`,
    `Give a whole number from 1 to ${most}, or null for no limit.`,
  );
}
