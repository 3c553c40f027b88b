import type { Accounts } from "./accounts.ts";
import type { ApiKey } from "./api-key.ts";
import type { Actor, ImportOptions, ImportRecord, UploadedFile } from "./import-record.ts";
import type { ImportState } from "./import-states.ts";

/** A change of state that is asked for. */
export interface StateChange {
  readonly from: ImportState;
  readonly to: ImportState;
  readonly by: Actor;
  readonly reason?: string;
}

/** What is written beside a change of state, a heartbeat or a release; what is left out stays. */
export type ImportFacts = Partial<
  Pick<ImportRecord, "result" | "report" | "reconciliation" | "failure" | "progress">
> &
  Partial<ImportOptions>;

/** Which imports are asked for, newest first. Those that were never asked for beyond a place for their file are left out. */
export interface ImportQuery {
  readonly states?: readonly ImportState[];
  /** 1 to 100. Default: 25. */
  readonly limit?: number;
  readonly offset?: number;
}

/** An import that a worker holds until its lease ends. */
export interface Lease {
  readonly record: ImportRecord;
  /** The worker's own name; no other worker has it. */
  readonly worker: string;
  /** How often workers have taken it since something was last achieved, this time included: 1 for the first. */
  readonly attempt: number;
}

/** What a heartbeat tells the worker: go on, with these options, or let go, because somebody paused or cancelled the import or another worker took it. */
export type Heartbeat =
  | { readonly goOn: true; readonly throttle: number | null }
  | { readonly goOn: false };

/** How many imports are in which state, and since when the one that has waited longest for a worker does; null where none waits. */
export interface ImportCounts {
  readonly states: Readonly<Record<ImportState, number>>;
  /** Canonical time. */
  readonly waitingSince: string | null;
}

/** Where accounts, keys and imports are kept: small rows that are read and written while items are loaded, so that nobody waits for a load. What a method has written survives a power cut. Every method rejects with a `StoreError`. Names of apps are those of the `Store`. */
export interface Control extends AsyncDisposable {
  readonly accounts: Accounts;

  /** Makes an API key with a secret. */
  createKey(app: string, name: string): Promise<ApiKey>;
  /** The keys of an app, oldest first, revoked ones too. */
  keys(app: string): Promise<readonly ApiKey[]>;
  /** A key that is not revoked; undefined when there is none. */
  key(key: string): Promise<ApiKey | undefined>;
  /** Revokes a key of the app. Rejects with `key_not_found`. */
  revokeKey(app: string, key: string): Promise<ApiKey>;

  /** Makes an import in state `uploading`, with `mode: "upsert"`, `mergeCustom: true`, `references: "file"`. */
  createImport(app: string, fileName: string, by: Actor): Promise<ImportRecord>;
  /** An import of the app; undefined when it has none with this id. */
  import(app: string, id: string): Promise<ImportRecord | undefined>;
  imports(app: string, query?: ImportQuery): Promise<readonly ImportRecord[]>;
  importCounts(): Promise<ImportCounts>;
  /** Says that the file is whole. Rejects with `import_state` unless the import is `uploading` and has no file. */
  completeUpload(id: string, file: UploadedFile): Promise<ImportRecord>;
  /** Moves an import from one state to another, or through several, one behind the other, and writes its history; all of it or nothing. Forgets the failure before unless `facts` has one, and the progress where a worker begins anew. Rejects with `import_state` when it is in another state by now, or when the table of states does not allow it.
   *
   * @param lease of the worker that does it, which ends with it. Rejects with `lease_lost` when it no longer holds the import. Without one, whoever holds the import does so until it lets go. */
  changeState(
    id: string,
    changes: StateChange | readonly StateChange[],
    facts?: ImportFacts,
    lease?: Lease,
  ): Promise<ImportRecord>;
  /** Pauses or resumes an import, or sets its throttle. Rejects with `import_state` when it is over. */
  adjust(
    id: string,
    changes: { readonly paused?: boolean; readonly throttle?: number | null },
  ): Promise<ImportRecord>;

  /** Takes the import that has waited longest (`uploaded`, which becomes `analyzing`; `analyzing` or `importing`; not paused, held by nobody) for `milliseconds`; undefined when there is none. Apps take turns, and of one app at most one import is loaded at a time: two would overwrite each other in no order, and neither could be gone on with. */
  claim(worker: string, milliseconds: number): Promise<Lease | undefined>;
  /** Renews a lease and notes how far the worker is.
   *
   * @param achieved something was written for good since the import was taken: earlier attempts no longer count. */
  heartbeat(
    lease: Lease,
    milliseconds: number,
    facts?: ImportFacts,
    achieved?: boolean,
  ): Promise<Heartbeat>;
  /** Lets go of an import without changing its state, to be taken again after `delay` milliseconds. The attempt counts where `facts` has a failure. Does nothing when the worker no longer holds it. */
  release(lease: Lease, delay: number, facts?: ImportFacts): Promise<void>;

  /** Forgets imports that were made but never asked for, with what was uploaded to them.
   *
   * @param olderThan milliseconds; younger ones may still be asked for
   * @returns how many there were */
  forgetUnasked(olderThan: number): Promise<number>;
  /** Which of these names of files no import knows. */
  unknownFiles(names: readonly string[]): Promise<readonly string[]>;
}
