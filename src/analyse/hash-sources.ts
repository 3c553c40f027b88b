import { createHash } from "node:crypto";
import type { FileRange } from "./file-range.ts";

const block = 1_048_576;

/** What says that an import is of the same files: the SHA-256 of the bytes of one, as hex; of several, in their order, the SHA-256 of their hashes.
 *
 * @throws SourceError `changed` when a file is not the one that was opened; the signal's reason */
export async function hashSources(
  sources: readonly FileRange[],
  signal?: AbortSignal,
): Promise<string> {
  const hashes: string[] = [];
  for (const source of sources) hashes.push(await hashSource(source, signal));
  return hashes.length === 1 ? hashes[0]! : sha256(hashes.join("\n"));
}

async function hashSource(source: FileRange, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  const into = new Uint8Array(block);
  for (let at = 0; at < source.size; at += block) {
    signal?.throwIfAborted();
    hash.update(await source.read(at, block, into));
  }
  await source.mustBeUnchanged();
  return hash.digest("hex");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
