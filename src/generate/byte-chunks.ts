const encoder = new TextEncoder();
const size = 131_072;
const bytesOfUnit = 3;

/** Gathers text as UTF-8 and gives it back in chunks of about 64 KiB. */
export class ByteChunks {
  #buffer = new Uint8Array(size);
  #used = 0;
  #ready: Uint8Array<ArrayBuffer>[] = [];
  /** Bytes so far. */
  written = 0;

  add(data: string | Uint8Array<ArrayBuffer>): void {
    const most = data.length * (typeof data === "string" ? bytesOfUnit : 1);
    if (most > size - this.#used) this.#flush();
    if (most > size) {
      const bytes = typeof data === "string" ? encoder.encode(data) : data;
      this.#ready.push(bytes);
      this.written += bytes.length;
      return;
    }
    const rest = this.#buffer.subarray(this.#used);
    let length = data.length;
    if (typeof data === "string") length = encoder.encodeInto(data, rest).written;
    else rest.set(data);
    this.#used += length;
    this.written += length;
    if (this.#used >= size / 2) this.#flush();
  }

  /** Whether a chunk is full. */
  get isFull(): boolean {
    return this.#ready.length > 0;
  }

  /** The chunks that are full; with `all`, also what is left. */
  take(all = false): Uint8Array<ArrayBuffer>[] {
    if (all) this.#flush();
    return this.#ready.splice(0);
  }

  #flush(): void {
    if (this.#used > 0) this.#ready.push(this.#buffer.slice(0, this.#used));
    this.#used = 0;
  }
}
