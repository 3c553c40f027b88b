import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../store/index.ts";

const length = 32;

/** The secret of a server, which signs its upload URLs: made at the first start, kept in the data folder in a file that only the owner may read, the same for all servers on that folder.
 *
 * @throws StoreError `store_unwritable` where it can neither be read nor made, `store_damaged` where it is none */
export function readSecret(folder: string): Uint8Array {
  const path = join(folder, "server.secret");
  try {
    const secret = Buffer.from(existing(path) ?? make(path), "hex");
    if (secret.length === length) return secret;
  } catch (error) {
    throw new StoreError(
      "store_unwritable",
      `The server's secret ${path} cannot be read or made.`,
      "Make its folder readable and writable for the user that Chatferry runs as.",
      error,
    );
  }
  throw new StoreError(
    "store_damaged",
    `The server's secret ${path} is damaged.`,
    "Remove the file: a new one is made, and upload URLs given before no longer hold.",
  );
}

function existing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Two servers may start at once: the file appears whole, and the first one holds. */
function make(path: string): string {
  const own = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(own, randomBytes(length).toString("hex"), { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(own);
  }
  return readFileSync(path, "utf8");
}
