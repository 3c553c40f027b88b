import type { ImportTask } from "../server/index.ts";

const states: ReadonlySet<ImportTask["state"]> = new Set([
  "analyze_failed",
  "completed",
  "cancelled",
]);

/** Tells whether nothing more will happen to an import. */
export function isOver({ state }: Pick<ImportTask, "state">): boolean {
  return states.has(state);
}
