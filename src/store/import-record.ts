import type { ImportState } from "./import-states.ts";
import type { Reconciliation } from "./reconciliation.ts";

/** Who did something: a person's account, an API key, or Chatferry itself. */
export interface Actor {
  readonly kind: "account" | "key" | "system";
  /** The e-mail address of the account, the name of the key, or what the system did it as (`worker`, `automatic`, `command line`). */
  readonly name: string;
}

/** How the file of an import is to be loaded. */
export interface ImportOptions {
  readonly mode: "upsert" | "insert";
  readonly mergeCustom: boolean;
  /** Where what items refer to may be: in the file alone, or also in the app. */
  readonly references: "file" | "file-or-app";
  /** Most items that are loaded in a second; null for no limit. */
  readonly throttle: number | null;
}

/** How far an import is in its present state. */
export interface ImportProgress {
  readonly phase: "unpacking" | "reading" | "reporting" | "loading";
  /** Bytes done in this phase, and in all. */
  readonly bytes: number;
  readonly size: number;
  readonly items: number;
  /** Items in a second, and how many seconds are left; null where nobody can say yet. */
  readonly rate: number | null;
  readonly eta: number | null;
  /** Issues found so far. */
  readonly issues: number;
}

/** What went wrong outside the file, see `StoreError`, `SourceError` and `FilesError`. */
export interface ImportFailure {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** A change of an import's state. */
export interface ImportChange {
  readonly previous: ImportState;
  readonly next: ImportState;
  /** Canonical time. */
  readonly at: string;
  readonly by: Actor;
  /** Why, where somebody said so. */
  readonly reason: string | null;
}

/** A file that was uploaded: its name in the files, its bytes, and their SHA-256 as hex. */
export interface UploadedFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** An import: an uploaded file and its life. Times are canonical, see `parseTime`. */
export interface ImportRecord extends ImportOptions {
  /** A UUID. */
  readonly id: string;
  /** The name of the app. */
  readonly app: string;
  /** What the uploader calls the file. */
  readonly fileName: string;
  readonly uploadedBy: Actor;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly state: ImportState;
  /** No worker goes on with it until it is resumed. */
  readonly paused: boolean;
  /** The file as it was uploaded; null until it is whole. */
  readonly file: UploadedFile | null;
  /** How far its worker is or came, as of the last heartbeat; null before. */
  readonly progress: ImportProgress | null;
  /** What the analysis found, as JSON that the imports folder makes and reads; null before. */
  readonly result: unknown;
  /** The name of the report in the files, which has every issue; null before the analysis is over, and where it found none. */
  readonly report: string | null;
  /** What became of the items: of all where the import is completed, else of those that were loaded up to the last heartbeat; null before. */
  readonly reconciliation: Reconciliation | null;
  /** What made it fail, or fail for now where a worker will try again. */
  readonly failure: ImportFailure | null;
  /** Oldest first. */
  readonly history: readonly ImportChange[];
}
