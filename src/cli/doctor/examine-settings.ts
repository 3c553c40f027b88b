import { readSettings, type Settings, SettingsError } from "../../server/settings/index.ts";
import type { Finding } from "./finding.ts";

/** The settings of the environment, which `serve` would take, and whether they are as they may be; where they are not, the defaults. */
export function examineSettings(folder: string): readonly [Settings, Finding] {
  const name = "settings";
  try {
    const settings = readSettings({ data: folder }, process.env);
    return [settings, { name, verdict: "fine", text: "as they may be", fix: null }];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const { message, fix } = error;
    return [readSettings({ data: folder }), { name, verdict: "wrong", text: message, fix }];
  }
}
