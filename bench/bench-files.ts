import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { generate, type GenerateOptions } from "../src/generate/index.ts";

/** Generated files, in a folder of their own that disposing of this removes. Each is made when it is first asked for. */
export class BenchFiles implements AsyncDisposable {
  readonly folder: string;
  readonly #made = new Map<string, Promise<string>>();

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes the folder. */
  static async open(): Promise<BenchFiles> {
    return new BenchFiles(await mkdtemp(join(tmpdir(), "chatferry-bench-")));
  }

  /** The path of a generated file. */
  file(options: Omit<GenerateOptions, "seed">): Promise<string> {
    return this.#once(JSON.stringify(options), async (path) => {
      await using file = await open(path, "w");
      for (const chunk of generate({ ...options, seed: 1 })) await file.writeFile(chunk);
    });
  }

  /** The path of a file, compressed. */
  gzipped(path: string): Promise<string> {
    return this.#once(`${path}.gz`, (packed) =>
      pipeline(createReadStream(path), createGzip(), createWriteStream(packed)),
    );
  }

  /** A path that is used by nobody else. */
  unused(): string {
    return join(this.folder, `unused-${this.#made.size}-${Math.trunc(performance.now() * 1000)}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  #once(key: string, make: (path: string) => Promise<void>): Promise<string> {
    let path = this.#made.get(key);
    if (path === undefined) {
      const name = join(this.folder, String(this.#made.size));
      path = make(name).then(() => name);
      this.#made.set(key, path);
    }
    return path;
  }
}
