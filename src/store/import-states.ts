/** The states of an import, each with the states that may follow it. Everything that speaks of states derives from this table: the SQL check of the imports table (a test compares them), the runner, the API and the pages.
 *
 * - `uploading`: a place for the file was given; lists do not show it yet.
 * - `uploaded`: the file is whole and the import was asked for; it waits for a worker.
 * - `analyzing`: a worker checks the file.
 * - `analyze_failed`: the file has errors; a corrected file is a new import.
 * - `waiting_confirmation`: the file is valid; somebody confirms or rejects it.
 * - `importing`: a worker loads it.
 * - `completed`: everything in it is in the app.
 * - `import_failed`: loading stopped for a reason outside the file; it can be resumed.
 * - `cancelled`: nobody goes on with it. What was written before stays.
 *
 * Pause is no state but a flag: a paused import keeps its state and no worker takes it. Source: the historic page names uploaded, analyzing, analyze_failed, waiting_confirmation and completed; the others are ours. */
export const importStates = {
  uploading: ["uploaded", "cancelled"],
  uploaded: ["analyzing", "cancelled"],
  analyzing: ["analyze_failed", "waiting_confirmation", "cancelled"],
  analyze_failed: [],
  waiting_confirmation: ["importing", "cancelled"],
  importing: ["completed", "import_failed", "cancelled"],
  completed: [],
  import_failed: ["importing", "cancelled"],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

/** The name of a state. */
export type ImportState = keyof typeof importStates;

/** The names of the states, in the order of {@link importStates}. */
export const importStateNames = Object.keys(importStates) as readonly ImportState[];

/** Tells whether an import may go from one state to another. */
export function mayFollow(previous: ImportState, next: ImportState): boolean {
  return (importStates[previous] as readonly ImportState[]).includes(next);
}
