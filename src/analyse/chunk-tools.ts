import type { ChunkOptions } from "./collect-chunk.ts";
import { ItemRecords } from "./item-records.ts";
import { keyHasher } from "./key-hash.ts";
import { KeyRecords } from "./key-records.ts";
import { PlainItems } from "./plain-items.ts";

/** What the chunks of an analysis are read with, one after the other: what it learns of the file is learned once, and its memory is used again. */
export interface ChunkTools {
  readonly items: KeyRecords;
  readonly teams: KeyRecords;
  readonly records: ItemRecords;
  /** Teams are no plain matter. */
  readonly plain: PlainItems | undefined;
}

/** Tools that no chunk is using, by the seed of their analysis. */
const idle = new WeakMap<Uint32Array, ChunkTools[]>();

/** Takes tools that no chunk is using. */
export function takeTools({ check, seed }: ChunkOptions): ChunkTools {
  const known = idle.get(seed)?.pop();
  if (known !== undefined) return known;
  const hasher = keyHasher(seed);
  const items = new KeyRecords();
  const teams = new KeyRecords();
  const records = new ItemRecords(items, hasher, check.multiTenant ? teams : undefined);
  const plain = check.multiTenant ? undefined : new PlainItems(check, seed);
  return { items, teams, records, plain };
}

/** Gives tools back to be used again. */
export function giveBack(tools: ChunkTools, { seed }: ChunkOptions): void {
  const others = idle.get(seed);
  if (others) others.push(tools);
  else idle.set(seed, [tools]);
}
