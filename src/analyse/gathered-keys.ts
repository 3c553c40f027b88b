import { recordAt, recordKind, recordWords } from "./key-record.ts";
import { KeySort } from "./key-sort.ts";
import type { SpillOptions } from "./spill.ts";

/** The records of all chunks. */
export class GatheredKeys {
  /** What items define and refer to. */
  readonly items: KeySort;
  /** The teams of users. Resolving adds the members of channels, with the team of the channel. */
  readonly teams: KeySort;

  constructor(options: SpillOptions) {
    this.items = new KeySort(options);
    this.teams = new KeySort(options);
  }

  /** Adds the records of a chunk; chunks come in the order of the files. */
  async add(chunk: number, records: Uint32Array): Promise<void> {
    for (let at = 0; at < records.length; at += recordWords) {
      records[at + recordAt.chunk] = chunk;
      const isTeam = (records[at + recordAt.kind]! & 0xff) === recordKind.team;
      (isTeam ? this.teams : this.items).add(records, at);
    }
    await this.items.relieve();
    await this.teams.relieve();
  }
}
