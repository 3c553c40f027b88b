import type { ImportTask } from "../server/index.ts";
import { exitCode } from "./exit-code.ts";

/** What a command exits with that waited for an import. */
export function importExit({ state }: Pick<ImportTask, "state">): number {
  if (state === "analyze_failed") return exitCode.issues;
  return state === "import_failed" || state === "cancelled" ? exitCode.failure : exitCode.fine;
}
