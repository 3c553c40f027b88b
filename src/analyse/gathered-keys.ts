import { recordAt, recordWords } from "./key-record.ts";
import { KeySort } from "./key-sort.ts";
import type { SortedRecords } from "./sort-records.ts";
import { quarter, type SpillOptions } from "./spill.ts";

/** The records of a chunk. */
export interface ChunkKeys {
  /** What its items define and refer to. */
  readonly items: SortedRecords;
  /** The teams of its users. */
  readonly teams: SortedRecords;
}

/** The records of all chunks. */
export class GatheredKeys {
  readonly items: KeySort;
  /** The teams of users. Resolving adds the members of channels, with the team of the channel. */
  readonly teams: KeySort;

  constructor(options: SpillOptions) {
    this.items = new KeySort(options);
    this.teams = new KeySort(quarter(options));
  }

  /** Adds the records of a chunk, and keeps them; chunks come in the order of the files. */
  async add(chunk: number, { items, teams }: ChunkKeys): Promise<void> {
    for (const { records } of [items, teams]) {
      for (let at = recordAt.chunk; at < records.length; at += recordWords) records[at] = chunk;
    }
    this.items.addSorted(items);
    this.teams.addSorted(teams);
    await this.items.relieve();
    await this.teams.relieve();
  }
}
