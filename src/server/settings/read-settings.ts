import type { Setting } from "./setting.ts";
import { settings, type Settings } from "./settings.ts";
import { SettingsError, type WrongSetting } from "./settings-error.ts";

/** Reads all settings: a flag wins over the environment, the environment over the default. An empty variable counts as not set. All that are wrong are named at once.
 *
 * @param flags the texts of flags, by the names of the settings
 * @throws SettingsError */
export function readSettings(
  flags: Readonly<Partial<Record<keyof Settings, string>>> = {},
  env: Readonly<Record<string, string | undefined>> = {},
): Settings {
  const wrong: WrongSetting[] = [];
  const values = Object.entries<Setting<unknown>>(settings).map(([name, setting]) => {
    const flag = flags[name as keyof Settings];
    const text = flag ?? (env[setting.env] || setting.default);
    if (text === undefined) return [name, undefined];
    const value = setting.kind.read(text);
    if (value !== undefined) return [name, value];
    const source = flag === undefined ? setting.env : setting.flag!.split(" ")[0]!;
    const shown = setting.flag === undefined ? undefined : text;
    wrong.push({ source, value: shown, allowed: setting.kind.allowed });
    return [name, undefined];
  });
  if (wrong.length > 0) throw new SettingsError(wrong);
  return Object.fromEntries(values) as Settings;
}
