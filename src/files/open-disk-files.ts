import { createHash, randomUUID } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access, type FileHandle, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openFileRange } from "../analyse/index.ts";
import { makeFolder } from "../store/index.ts";
import { diskError } from "./disk-error.ts";
import { fileName } from "./file-name.ts";
import { fileTooLarge } from "./file-too-large.ts";
import type {
  Files,
  FileWriter,
  LocalCopy,
  ResumedWriter,
  StoredFile,
  StoredRange,
} from "./files.ts";

const partial = ".partial";

/** How many names are asked about at once. */
const batch = 500;

/** Files in a folder of this machine, in folders by the first two characters of their names. The folder is made when something is written. */
export function openDiskFiles(folder: string): Files {
  return new DiskFiles(folder);
}

class DiskFiles implements Files {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async create(most = Infinity): Promise<FileWriter> {
    const name = randomUUID();
    const path = this.#path(name);
    try {
      makeFolder(dirname(path));
      return new DiskWriter(name, path, await open(path + partial, "wx", 0o600), most);
    } catch (error) {
      throw diskError(path, error);
    }
  }

  async resume(name: string, most = Infinity): Promise<ResumedWriter> {
    const path = this.#path(name);
    try {
      makeFolder(dirname(path));
      const file = await open(path + partial, "a", 0o600);
      return new DiskWriter(name, path, file, most, (await file.stat()).size);
    } catch (error) {
      throw diskError(path, error);
    }
  }

  async open(name: string): Promise<StoredRange> {
    await this.#mustBeThere(name);
    return openFileRange(this.#path(name));
  }

  async localCopy(name: string): Promise<LocalCopy> {
    await this.#mustBeThere(name);
    return { path: this.#path(name), [Symbol.asyncDispose]: () => Promise.resolve() };
  }

  async remove(name: string): Promise<void> {
    if (!fileName.test(name)) return;
    const path = this.#path(name);
    await rm(path, { force: true }).catch((error: unknown) => {
      throw diskError(path, error);
    });
  }

  async sweep(
    olderThan: number,
    unknown: (names: readonly string[]) => Promise<readonly string[]>,
  ): Promise<number> {
    const old = await this.#filesOlderThan(olderThan);
    const leftovers = old.filter((name) => name.endsWith(partial));
    const whole = old.filter((name) => fileName.test(name));
    for (let at = 0; at < whole.length; at += batch) {
      leftovers.push(...(await unknown(whole.slice(at, at + batch))));
    }
    for (const name of leftovers) await rm(this.#path(name), { force: true });
    return leftovers.length;
  }

  async #filesOlderThan(milliseconds: number): Promise<string[]> {
    const latest = Date.now() - milliseconds;
    const names: string[] = [];
    for (const part of await namesIn(this.#folder)) {
      for (const name of await namesIn(join(this.#folder, part))) {
        const info = await stat(this.#path(name)).catch(() => undefined);
        if (info?.isFile() && info.mtimeMs <= latest) names.push(name);
      }
    }
    return names;
  }

  async #mustBeThere(name: string): Promise<void> {
    try {
      if (!fileName.test(name)) throw Object.assign(new Error("no name"), { code: "ENOENT" });
      await access(this.#path(name), constants.R_OK);
    } catch (error) {
      throw diskError(name, error);
    }
  }

  #path(name: string): string {
    return join(this.#folder, name.slice(0, 2), name);
  }
}

class DiskWriter implements ResumedWriter {
  readonly offset: number;
  readonly #resumed: boolean;
  readonly #name: string;
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #most: number;
  readonly #hash = createHash("sha256");
  #size: number;
  #open = true;

  /** @param resumed bytes that are there; undefined where the file goes when it is not completed. */
  constructor(name: string, path: string, file: FileHandle, most: number, resumed?: number) {
    this.offset = resumed ?? 0;
    this.#resumed = resumed !== undefined;
    this.#size = this.offset;
    this.#name = name;
    this.#path = path;
    this.#file = file;
    this.#most = most;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#size += bytes.length;
    if (this.#size > this.#most) throw fileTooLarge(this.#most);
    if (this.offset === 0) this.#hash.update(bytes);
    await this.#guard(() => this.#file.writeFile(bytes));
  }

  complete(): Promise<StoredFile> {
    return this.#guard(async () => {
      await this.#file.sync();
      this.#open = false;
      await this.#file.close();
      // What earlier tries have written went through no hash that is still there.
      if (this.offset > 0) await pipeline(createReadStream(this.#path + partial), this.#hash);
      await rename(this.#path + partial, this.#path);
      // The name is safe only when the folder is.
      await using folder = await open(dirname(this.#path));
      await folder.sync();
      return { name: this.#name, size: this.#size, sha256: this.#hash.digest("hex") };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#file.close();
    if (!this.#resumed) await rm(this.#path + partial, { force: true });
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw diskError(this.#path, error);
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    // Not made yet, or no folder of ours.
    return [];
  }
}
