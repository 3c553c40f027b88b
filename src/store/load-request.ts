import type { ItemTypeName } from "../format/index.ts";

/** What is to be loaded, and how. */
export interface LoadRequest {
  /** The name of the app. */
  readonly app: string;
  /** The name of the file, as people know it; of several files in a few words. */
  readonly fileName: string;
  /** A hash of the bytes of the file, or of all files in their order. */
  readonly fingerprint: string;
  /** Size of the files in bytes, decompressed. */
  readonly size: number;
  /** `upsert`: what an item gives overwrites what is stored. `insert`: items whose key is stored are skipped. */
  readonly mode: "upsert" | "insert";
  /** Whether custom data is merged key by key, or replaced as a whole. */
  readonly mergeCustom: boolean;
  /** How many items of each type the analysis counted; types that are left out have none. */
  readonly inFile: Readonly<Partial<Record<ItemTypeName, number>>>;
}
