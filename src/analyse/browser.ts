// What of this folder runs in a browser, for its bundlers: the index also names what does not.
export { analyse } from "./analyse.ts";
export type { InputFile } from "./input-file.ts";
export type { IssueRecord } from "./issue-record.ts";
export { inThisThread } from "./task.ts";
