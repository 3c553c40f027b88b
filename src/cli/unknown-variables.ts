import { oneEditApart } from "../format/index.ts";
import { type Setting, settings } from "../server/settings/index.ts";

/** What commands read beside the settings: the way to a server, and who one is there. */
const others = [
  "CHATFERRY_URL",
  "CHATFERRY_KEY",
  "CHATFERRY_SECRET",
  "CHATFERRY_TOKEN",
  "CHATFERRY_EMAIL",
  "CHATFERRY_PASSWORD",
];

/** Says which variables are named like settings of Chatferry and are none, with what they were perhaps meant to be: they have no effect, which nobody would notice. */
export function unknownVariables(env: NodeJS.ProcessEnv): string[] {
  const known = [...Object.values<Setting<unknown>>(settings).map(({ env }) => env), ...others];
  return Object.keys(env)
    .filter((name) => name.startsWith("CHATFERRY_") && !known.includes(name))
    .map((name) => {
      const meant = known.find((other) => oneEditApart(name, other));
      return `${name} has no effect${meant ? `; did you mean ${meant}?` : ""}`;
    });
}
