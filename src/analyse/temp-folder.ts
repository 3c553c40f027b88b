import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own among the temporary files, made when it is first asked for. Disposing of it removes it; the end of the process does so at the latest, unless it is killed. */
export class TempFolder implements AsyncDisposable {
  /** The folder that it is made in. */
  readonly within: string;
  #path: string | undefined;
  readonly #removeAtExit = () => rmSync(this.#path!, { recursive: true, force: true });

  /** @param within default: the system's folder for temporary files. */
  constructor(within: string = tmpdir()) {
    this.within = within;
  }

  /** The path of the folder. Rejects when it cannot be made. */
  async path(): Promise<string> {
    if (this.#path === undefined) {
      this.#path = await mkdtemp(join(this.within, "chatferry-"));
      process.on("exit", this.#removeAtExit);
    }
    return this.#path;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#path === undefined) return;
    await rm(this.#path, { recursive: true, force: true });
    process.off("exit", this.#removeAtExit);
  }
}
