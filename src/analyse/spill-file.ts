import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { Spill } from "./spill.ts";
import { SourceError } from "./source-error.ts";
import { TempFolder } from "./temp-folder.ts";

/** A spill in a temporary file, which is made with the first words. Disposing of it removes the file. */
export class SpillFile implements Spill, AsyncDisposable {
  readonly #folder: TempFolder;
  readonly #name: string;
  #file: FileHandle | undefined;
  #words = 0;

  /** @param name of the file that is analysed, for errors. @param tmp where the file is made; default: the system's folder for temporary files. */
  constructor(name: string, tmp?: string) {
    this.#name = name;
    this.#folder = new TempFolder(tmp);
  }

  /** Rejects with a {@link SourceError} `no_space_for_keys` when the disk is full or the folder cannot be written. */
  async append(words: Uint32Array): Promise<number> {
    try {
      this.#file ??= await open(join(await this.#folder.path(), "keys"), "wx+");
      const at = this.#words;
      const bytes = bytesOf(words);
      for (let done = 0; done < bytes.length;) {
        const left = bytes.length - done;
        done += (await this.#file.write(bytes, done, left, at * 4 + done)).bytesWritten;
      }
      this.#words += words.length;
      return at;
    } catch (error) {
      throw new SourceError("no_space_for_keys", this.#name, error);
    }
  }

  async read(at: number, into: Uint32Array): Promise<void> {
    const bytes = bytesOf(into);
    for (let done = 0; done < bytes.length;) {
      const left = bytes.length - done;
      const { bytesRead } = await this.#file!.read(bytes, done, left, at * 4 + done);
      if (bytesRead === 0) throw new Error("the spill file is shorter than it was");
      done += bytesRead;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file?.close();
    await this.#folder[Symbol.asyncDispose]();
  }
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
