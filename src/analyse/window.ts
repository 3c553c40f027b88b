import type { ByteRange } from "./byte-range.ts";
import { free } from "./free.ts";

const step = 262_144;

/** The part of a {@link ByteRange} that is in memory: slides forward, grows where a value does not fit. Moving it frees the bytes that were in memory before, disposing of it the last ones. */
export class Window implements Disposable {
  readonly source: ByteRange;
  /** The bytes in memory. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Where in the source they begin. */
  offset = 0;
  #passing: Uint8Array | undefined;

  constructor(source: ByteRange) {
    this.source = source;
  }

  /** Where in the source the bytes in memory end. */
  get end(): number {
    return this.offset + this.bytes.length;
  }

  /** Whether they reach the end of the source. */
  get complete(): boolean {
    return this.end >= this.source.size;
  }

  /** Brings `from` to `to` into memory, or to the end of the source, and lets go of what is before `from`. */
  async cover(from: number, to: number): Promise<void> {
    if (from >= this.offset && Math.min(to, this.source.size) <= this.end) return;
    const kept =
      from >= this.offset && from < this.end ? this.bytes.subarray(from - this.offset) : undefined;
    const start = from + (kept?.length ?? 0);
    const read = await this.source.read(start, Math.max(to - start, 0));
    const before = this.bytes;
    if (kept === undefined) {
      this.bytes = read;
    } else {
      this.bytes = new Uint8Array(kept.length + read.length);
      this.bytes.set(kept);
      this.bytes.set(read, kept.length);
      free(read);
    }
    this.#release(before);
    this.offset = from;
  }

  /** Lets go of everything and reads on behind it, into the same memory each time: for passing over what is long. */
  async passOn(): Promise<void> {
    const { end, bytes } = this;
    this.#passing ??= new Uint8Array(step);
    this.bytes = await this.source.read(end, step, this.#passing);
    this.offset = end;
    this.#release(bytes);
  }

  [Symbol.dispose](): void {
    free(this.bytes);
  }

  #release(bytes: Uint8Array): void {
    if (bytes.buffer !== this.#passing?.buffer) free(bytes);
  }

  /** Reads more behind what is in memory, keeping everything from `from` on. */
  async grow(from: number): Promise<void> {
    await this.cover(from, this.end + Math.max(step, this.end - from));
  }
}
