/** Where records go that do not fit into memory: on Node a file in the folder for temporary files. */
export interface Spill {
  /** Puts words behind those that are there, and tells where they begin. */
  append(words: Uint32Array): Promise<number>;
  /** Fills `into` with words that were put there. */
  read(at: number, into: Uint32Array): Promise<void>;
}

/** How much is held in memory, and where the rest goes. */
export interface SpillOptions {
  /** Default: nowhere, so that everything is held in memory. */
  readonly spill?: Spill | undefined;
  /** Bytes of keys that are held in memory before they are spilled; of other records, a quarter. Default: 8 MiB. */
  readonly memory?: number;
}

/** The default of `memory`. */
export const defaultMemory = 8_388_608;

/** The same, with a quarter of the memory. */
export function quarter({ memory = defaultMemory, ...options }: SpillOptions): SpillOptions {
  return { ...options, memory: memory / 4 };
}
