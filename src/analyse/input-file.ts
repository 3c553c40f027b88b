import type { ByteRange } from "./byte-range.ts";
import type { Layout } from "./layout.ts";

/** One of the files that are analysed together, as if they were one. */
export interface InputFile extends ByteRange {
  /** What reports call it; different for each of them. */
  readonly name: string;
}

/** A file whose container is known. */
export interface LaidOutFile {
  readonly source: InputFile;
  readonly layout: Layout;
}
