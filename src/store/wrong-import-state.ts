import type { ImportState } from "./import-states.ts";
import { StoreError } from "./store-error.ts";

/** How an import in each state is, and what can be done with it. */
const states: Readonly<Record<ImportState, readonly [how: string, fix: string]>> = {
  uploading: ["waits for its file", "Upload the file, then ask for the import."],
  uploaded: ["waits for a worker", "Wait until its file is checked."],
  analyzing: ["is being checked", "Wait until its file is checked."],
  analyze_failed: ["has failed its check", "Upload the mended file, for a new import."],
  waiting_confirmation: ["waits for confirmation", "Confirm or reject it."],
  importing: ["is being loaded", "Wait until it is loaded; or pause or cancel it."],
  completed: ["is completed", "Upload the file again, for a new import."],
  import_failed: ["has failed while it was loaded", "Resume or cancel it."],
  cancelled: ["is cancelled", "Upload the file again, for a new import."],
};

/** The error `import_state` where something cannot be done with an import as it is.
 *
 * @param what cannot be done: `be confirmed` */
export function wrongImportState(id: string, state: ImportState, what: string): StoreError {
  const [how, fix] = states[state];
  return new StoreError("import_state", `The import "${id}" ${how}; it cannot ${what}.`, fix);
}

/** What a change of state is called by who asks for it. */
export function changeText(from: ImportState, to: ImportState): string {
  if (to === "uploaded") return "be asked for again";
  if (to === "importing") return from === "import_failed" ? "be resumed" : "be confirmed";
  if (to === "cancelled") return from === "waiting_confirmation" ? "be rejected" : "be cancelled";
  return `go from ${from} to ${to}`;
}
