import { parentPort, workerData } from "node:worker_threads";
import { buffers } from "./buffers.ts";
import { type FileIdentity, type FileRange, openFileRange } from "./file-range.ts";
import type { ReportPart } from "./report-chunk.ts";
import { SourceError, type SourceErrorCode } from "./source-error.ts";
import { runTask, type RunnerOptions, type Task } from "./task.ts";

/** What a worker thread is started with. */
export interface WorkerStart {
  /** The files; each must still be the one with that stamp. */
  readonly files: readonly FileIdentity[];
  readonly options: RunnerOptions;
}

/** What a worker thread is told: to do a task, or that a part of its report has been taken. */
export type WorkerMessage = Task | "taken";

/** What a worker thread answers: parts of a report, and the result, or the error that stopped it. The class of an error is lost on the way, so its code stands beside it. */
export type WorkerAnswer =
  | { readonly part: ReportPart }
  | { readonly result: unknown }
  | { readonly error: unknown; readonly code: SourceErrorCode | undefined };

const { files, options } = workerData as WorkerStart;

/** The file that the last task was about. Tasks come in the order of the files, so one is open at a time, however many there are. */
let current: { readonly file: number; readonly source: FileRange } | undefined;

async function open(file: number): Promise<FileRange> {
  if (current?.file === file) return current.source;
  await current?.source[Symbol.asyncDispose]();
  current = undefined;
  const { path, ...known } = files[file]!;
  const source = await openFileRange(path, known);
  current = { file, source };
  return source;
}

let taken: () => void;

function take(part: ReportPart): Promise<void> {
  answer({ part }, buffers(part));
  return new Promise((resolve) => (taken = resolve));
}

parentPort?.on("message", (message: WorkerMessage) => {
  if (message === "taken") return taken();
  open(message.file)
    .then((source) => runTask(message, source, options, take))
    .then(
      (result) => answer({ result }, buffers(result)),
      (error: unknown) =>
        answer({ error, code: error instanceof SourceError ? error.code : undefined }),
    );
});

function answer(message: WorkerAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}
