import type { ImportsLocation } from "../imports/index.ts";
import { importsLocation, readSettings } from "../server/settings/index.ts";

/** Where the imports of a folder are, as the environment says it to `serve`, too.
 *
 * @throws SettingsError */
export function locationOf(folder: string): ImportsLocation {
  return importsLocation(readSettings({ data: folder }, process.env));
}
