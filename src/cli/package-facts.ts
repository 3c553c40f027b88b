import { readFileSync } from "node:fs";

const packageFile = new URL("../../package.json", import.meta.url);

/** What package.json says of the program. */
export function packageFacts(): { readonly description: string; readonly version: string } {
  return JSON.parse(readFileSync(packageFile, "utf8")) as ReturnType<typeof packageFacts>;
}
