export { type Analysis, type AnalysisProgress, type IssueTotals } from "./analysis.ts";
export { analyse, type AnalyseOptions } from "./analyse.ts";
export type { ByteRange } from "./byte-range.ts";
export { type ChunkOptions, type ItemCounts, noItems } from "./collect-chunk.ts";
export { type FileRange, openFileRange } from "./file-range.ts";
export type { IssueRecord } from "./issue-record.ts";
export { openRunner } from "./pool.ts";
