import { readSettings, type Settings, SettingsError } from "../../server/settings/index.ts";
import { unknownVariables } from "../unknown-variables.ts";
import type { Finding } from "./finding.ts";

/** The settings of the environment, which `serve` would take, and whether they are as they may be; undefined where they are not. */
export function examineSettings(folder: string): readonly [Settings | undefined, Finding] {
  const name = "settings";
  try {
    const settings = readSettings({ data: folder }, process.env);
    const unknown = unknownVariables(process.env);
    return [
      settings,
      unknown.length === 0
        ? { name, verdict: "fine", text: "as they may be", fix: null }
        : {
            name,
            verdict: "warning",
            text: unknown.join("; "),
            fix: "take it away, or mend its name",
          },
    ];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const { message, fix } = error;
    return [undefined, { name, verdict: "wrong", text: message, fix }];
  }
}
