import type { ApiKey } from "../store/index.ts";
import { pc } from "./colours.ts";

/** A new key, as it is shown the one time its secret is. */
export function keyText({ key, secret }: Pick<ApiKey, "key" | "secret">): string {
  return `  key     ${key}\n  secret  ${secret}\n\n${pc.dim("The secret is not shown again. Who has it can sign tokens for everything in the app.")}`;
}
