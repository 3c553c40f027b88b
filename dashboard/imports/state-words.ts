import type { ImportTask } from "../../src/server/index.ts";

/** How a state is shown: its name, its colour, and what it means for who waits. */
interface StateWords {
  readonly label: string;
  readonly color: string;
  readonly meaning: string;
}

/** The words for the states of an import. */
export const stateWords: Readonly<Record<ImportTask["state"], StateWords>> = {
  uploading: { label: "Uploading", color: "gray", meaning: "The file is on its way." },
  uploaded: { label: "Uploaded", color: "blue", meaning: "The file is there and is checked soon." },
  analyzing: { label: "Checking", color: "blue", meaning: "The file is being checked." },
  analyze_failed: {
    label: "Errors found",
    color: "red",
    meaning: "The file has errors. Nothing was written; correct it and upload it again.",
  },
  waiting_confirmation: {
    label: "Waiting for confirmation",
    color: "yellow",
    meaning: "The file is right. Nothing is written before somebody confirms.",
  },
  importing: { label: "Importing", color: "blue", meaning: "The file is being loaded." },
  completed: {
    label: "Completed",
    color: "green",
    meaning: "All that is in the file is in the app.",
  },
  import_failed: {
    label: "Import failed",
    color: "red",
    meaning: "Loading stopped for a reason that is not in the file. It can be resumed.",
  },
  cancelled: {
    label: "Cancelled",
    color: "gray",
    meaning: "Nobody goes on with it. What was written before stays.",
  },
};

/** What the state of an import means. */
export function meaningOf({ state, paused }: Pick<ImportTask, "state" | "paused">): string {
  return paused ? "It is paused, and goes on when somebody resumes it." : stateWords[state].meaning;
}
