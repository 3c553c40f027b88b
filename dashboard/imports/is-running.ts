import type { ImportTask } from "../../src/server/index.ts";

const states: ReadonlySet<ImportTask["state"]> = new Set(["uploaded", "analyzing", "importing"]);

/** Tells whether a worker is on an import, or takes it next. */
export function isRunning({ state }: Pick<ImportTask, "state">): boolean {
  return states.has(state);
}
