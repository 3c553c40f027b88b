/** Bytes that can be read by range, from a file, an object store or a file picked in a browser. */
export interface ByteRange {
  /** How many bytes there are. */
  readonly size: number;
  /** Reads `length` bytes at `offset`, fewer only where the bytes end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}
