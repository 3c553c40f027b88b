import type { IssueTotals, ItemCounts } from "../analyse/index.ts";
import type { ImportRecord } from "../store/index.ts";

/** What the analysis of an import found, as its record keeps it. Every issue is in its report, see {@link readIssues}. */
export interface ImportResult {
  /** Items by type, also those with issues. */
  readonly stats: ItemCounts;
  readonly issues: IssueTotals;
  /** Elements, also those that are no items. */
  readonly elements: number;
  /** Bytes of the file, decompressed. */
  readonly size: number;
  /** Says that a file is this one, decompressed: what a load knows it by. */
  readonly fingerprint: string;
}

/** The result of an import; null before its analysis is over. */
export function resultOf({ result }: Pick<ImportRecord, "result">): ImportResult | null {
  return result as ImportResult | null;
}
