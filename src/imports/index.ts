export { appCheckOptions } from "./app-check-options.ts";
export { cancelImport } from "./cancel-import.ts";
export { confirmImport } from "./confirm-import.ts";
export { createImport } from "./create-import.ts";
export type { Decider } from "./deciding.ts";
export { getImport } from "./get-import.ts";
export { ImportChanges } from "./import-changes.ts";
export { ImportError, type ImportErrorCode } from "./import-error.ts";
export { type ImportResult, resultOf } from "./import-result.ts";
export type { Imports } from "./imports.ts";
export type { ImportsLocation } from "./imports-location.ts";
export { openImports } from "./open-imports.ts";
export { openWorker, type OpenWorker } from "./open-worker.ts";
export { pauseImport } from "./pause-import.ts";
export { type FilePart, readFile } from "./read-file.ts";
export { type IssuePage, type IssueQuery, readIssues } from "./read-issues.ts";
export { readReport } from "./read-report.ts";
export { receiveFile } from "./receive-file.ts";
export {
  continueUpload,
  type UploadPart,
  uploadState,
  type UploadState,
} from "./resumable-upload.ts";
export { rejectImport } from "./reject-import.ts";
export { resumeImport } from "./resume-import.ts";
export { runWorker } from "./run-worker.ts";
export { startImport } from "./start-import.ts";
export { throttleImport } from "./throttle-import.ts";
export type { WorkerEvent } from "./worker-event.ts";
export type { WorkerOptions } from "./worker-options.ts";
