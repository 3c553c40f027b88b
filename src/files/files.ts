import type { ByteRange } from "../analyse/index.ts";

/** Where uploaded files and reports are kept, on a disk or elsewhere. A file is written once and never changed; its name is a UUID, and whoever keeps the name decides what the file is. Every method rejects with a `FilesError`. */
export interface Files {
  /** Begins a new file.
   *
   * @param most bytes that it may have; no limit without it. */
  create(most?: number): Promise<FileWriter>;
  /** Begins a file that may take several tries, or goes on with it where an earlier try ended, also one of another process. Nobody else may be on it.
   *
   * @param name a UUID that is given to no other file
   * @param most bytes that it may have; no limit without it. */
  resume(name: string, most?: number): Promise<ResumedWriter>;
  /** Opens a file for reading by range. */
  open(name: string): Promise<StoredRange>;
  /** A path on this machine at which the file can be read until it is disposed of: the file itself, or a copy.
   *
   * @throws FilesError `file_damaged` where the bytes of a copy are other ones; the signal's reason */
  localCopy(name: string, options?: CopyOptions): Promise<LocalCopy>;
  /** Removes a file; one that is not there is no error. */
  remove(name: string): Promise<void>;
  /** Removes what was left behind: files that were never completed, and those that nobody knows.
   *
   * @param olderThan milliseconds; younger ones may be on their way to being known
   * @param unknown tells which of the names nobody knows
   * @returns how many were removed */
  sweep(
    olderThan: number,
    unknown: (names: readonly string[]) => Promise<readonly string[]>,
  ): Promise<number>;
}

/** A file that is being written. It is there only once it is complete; disposing of it before leaves nothing. */
export interface FileWriter extends AsyncDisposable {
  /** Appends bytes. Rejects with `file_too_large`, `disk_full` and the like. */
  write(bytes: Uint8Array): Promise<void>;
  /** Gives the file its name, when all of it is safe on the disk. */
  complete(): Promise<StoredFile>;
}

/** A file that is written in several tries: disposing of it keeps what was written, for another one, until it is complete or swept. */
export interface ResumedWriter extends FileWriter {
  /** Bytes that were there when it was opened; the next ones belong behind them. */
  readonly offset: number;
}

/** A file that is whole: its name, its bytes, and their SHA-256 as hex. */
export interface StoredFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** A file opened for reading by range. */
export interface StoredRange extends ByteRange, AsyncDisposable {}

/** How a copy is made. */
export interface CopyOptions {
  /** What its bytes must have. Default: nothing is compared. */
  readonly sha256?: string;
  /** Ends it before its end. */
  readonly signal?: AbortSignal;
}

/** A file that can be read by its path. */
export interface LocalCopy extends AsyncDisposable {
  readonly path: string;
}
