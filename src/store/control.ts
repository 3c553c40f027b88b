import type { ApiKey } from "./api-key.ts";
import type { Actor, ImportOptions, ImportProgress, ImportRecord } from "./import-record.ts";
import type { ImportState } from "./import-states.ts";

/** What a change of state writes beside it. */
export type ImportFacts = Partial<
  Pick<ImportRecord, "result" | "reconciliation" | "failure" | "progress">
> &
  Partial<ImportOptions>;

/** Which imports are asked for, newest first. Those that are still uploading are left out. */
export interface ImportQuery {
  readonly states?: readonly ImportState[];
  /** 1 to 100. Default: 25. */
  readonly limit?: number;
  readonly offset?: number;
}

/** An import that a worker holds until its lease ends. */
export interface Lease {
  readonly record: ImportRecord;
  /** The worker's own name. */
  readonly worker: string;
}

/** What a heartbeat tells the worker: go on, with these options, or let go, because somebody paused or cancelled the import or another worker took it. */
export type Heartbeat = { readonly goOn: true; readonly throttle: number | null } | { readonly goOn: false };

/** Where keys and imports are kept: small rows that are read and written while items are loaded, so that nobody waits for a load. Every method rejects with a `StoreError`. Names of apps are those of the `Store`. */
export interface Control extends AsyncDisposable {
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
  /** Says that the file is whole. Rejects with `import_state` unless it is `uploading`. */
  completeUpload(id: string, size: number, sha256: string): Promise<ImportRecord>;
  /** Moves an import from one state to another, writes its history, and ends a lease. Rejects with `import_state` when it is in another state by now, or when the table of states does not allow it. */
  changeState(
    id: string,
    change: { from: ImportState; to: ImportState; by: Actor; reason?: string },
    facts?: ImportFacts,
  ): Promise<ImportRecord>;
  /** Pauses or resumes an import that is not over, or sets its throttle. */
  adjust(id: string, changes: { paused?: boolean; throttle?: number | null }): Promise<ImportRecord>;

  /** Takes the import that has waited longest (`uploaded`, `analyzing` or `importing`, not paused, held by nobody), fairly between apps, for `lease` milliseconds; undefined when there is none. */
  claim(worker: string, lease: number): Promise<Lease | undefined>;
  /** Renews a lease and notes the progress. */
  heartbeat(lease: Lease, milliseconds: number, progress?: ImportProgress): Promise<Heartbeat>;
  /** Lets go of an import without changing its state, to be taken again after `delay` milliseconds. */
  release(lease: Lease, delay: number): Promise<void>;
}
