import type { ImportsLocation } from "../imports/index.ts";
import { locationOf } from "./location-of.ts";
import { isReadOnly, mustHaveStore } from "./open-store.ts";

/** Where the imports of a folder are, to look at them; also where it may not be written.
 *
 * @throws NoStoreError, SettingsError */
export function readableLocation(folder: string): ImportsLocation {
  mustHaveStore(folder);
  return { ...locationOf(folder), ...(isReadOnly(folder) && { readOnly: true }) };
}
