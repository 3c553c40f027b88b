import type { Files } from "../files/index.ts";
import type { Control, Store } from "../store/index.ts";
import type { ImportChanges } from "./import-changes.ts";
import type { UploadTurns } from "./upload-turns.ts";

/** What imports are made of; every function on imports takes it. */
export interface Imports {
  /** Apps, and what was loaded. */
  readonly store: Store;
  /** The imports themselves. */
  readonly control: Control;
  /** What was uploaded, and reports. */
  readonly files: Files;
  /** Who is at which upload. */
  readonly uploads: UploadTurns;
  /** Tells who listens in this process which import has changed. */
  readonly changes: ImportChanges;
}
