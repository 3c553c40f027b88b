import type { ImportTask } from "../server/index.ts";
import { exitCode } from "./exit-code.ts";

/** What a command exits with that waited for an import. */
export function importExit({ state, failure }: Pick<ImportTask, "state" | "failure">): number {
  if (state === "analyze_failed" && failure === null) return exitCode.issues;
  return /failed|cancelled/.test(state) ? exitCode.failure : exitCode.fine;
}
