/** Bytes that can be read by range, from a file, an object store or a file picked in a browser. */
export interface ByteRange {
  /** How many bytes there are. */
  readonly size: number;
  /** Reads `length` bytes at `offset`, fewer only where the bytes end. The memory is the caller's, who may free it. `into`, which is long enough, may be used for them: memory that is let go of is not free before it is collected. */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
}
