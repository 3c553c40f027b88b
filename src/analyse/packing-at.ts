import { open } from "node:fs/promises";
import { type Packing, packingOf } from "./packing.ts";

/** The compression that the first bytes of a file, or those at `at`, tell. */
export async function packingAt(path: string, at = 0): Promise<Packing | undefined> {
  await using file = await open(path);
  const head = Buffer.alloc(4);
  await file.read(head, 0, 4, at);
  return packingOf(head);
}
