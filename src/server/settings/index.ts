export { importsLocation } from "./imports-location.ts";
export { parseByteSize } from "./parse-byte-size.ts";
export { readSettings } from "./read-settings.ts";
export type { Setting } from "./setting.ts";
export { settings, type Settings } from "./settings.ts";
export { SettingsError } from "./settings-error.ts";
