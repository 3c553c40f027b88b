import type { Files } from "../files/index.ts";
import type { Control, Store } from "../store/index.ts";
import type { ImportChanges } from "./import-changes.ts";

/** What imports are made of; every function on imports takes it. */
export interface Imports {
  /** Apps, and what was loaded. */
  readonly store: Store;
  /** The imports themselves. */
  readonly control: Control;
  /** What was uploaded, and reports. */
  readonly files: Files;
  /** Tells who listens in this process which import has changed. */
  readonly changes: ImportChanges;
}
