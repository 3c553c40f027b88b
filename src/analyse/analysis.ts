import type { IssueCode } from "../format/index.ts";
import type { ItemCounts } from "./collect-chunk.ts";
import type { IssueRecord } from "./issue-record.ts";
import type { Layout } from "./layout.ts";

/** What is known of files when all of them have been read. The report with every issue is a stream of its own. */
export interface Analysis {
  /** Whether they can be imported: no errors, warnings allowed. */
  readonly valid: boolean;
  /** Items by type, also those with issues. */
  readonly stats: ItemCounts;
  readonly issues: IssueTotals;
  /** The first issues in the order of the files, up to 100. */
  readonly first: readonly IssueRecord[];
  /** The first three issues of each code. */
  readonly firstByCode: ReadonlyMap<IssueCode, readonly IssueRecord[]>;
  /** How the elements of each file are held together. */
  readonly layouts: readonly Layout[];
  /** Elements, also those that are no items. */
  readonly elements: number;
}

/** How many issues there are. */
export interface IssueTotals {
  readonly errors: number;
  readonly warnings: number;
  /** Issues that only follow from another one, and are not in the report. */
  readonly withheld: number;
  readonly by_code: Partial<Record<IssueCode, number>>;
}

/** How far an analysis is. */
export interface AnalysisProgress {
  readonly phase: "reading" | "reporting";
  /** Bytes done in this phase, and in all. */
  readonly bytes: number;
  readonly size: number;
  /** Elements read so far. */
  readonly elements: number;
  /** Issues that items have by themselves, found so far. */
  readonly issues: number;
}
