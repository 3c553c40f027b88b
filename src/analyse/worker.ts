import { parentPort, workerData } from "node:worker_threads";
import { type FileIdentity, type FileRange, openFileRange } from "./file-range.ts";
import { SourceError, type SourceErrorCode } from "./source-error.ts";
import { runTask, type RunnerOptions, type Task } from "./task.ts";

/** What a worker thread is started with. */
export interface WorkerStart {
  /** The files; each must still be the one with that stamp. */
  readonly files: readonly FileIdentity[];
  readonly options: RunnerOptions;
}

/** What a worker thread answers: the result, or the error that stopped it. The class of an error is lost on the way, so its code stands beside it. */
export type WorkerAnswer =
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

parentPort?.on("message", (task: Task) => {
  open(task.file)
    .then((source) => runTask(task, source, options))
    .then(
      (result) => answer({ result }, buffers(result)),
      (error: unknown) =>
        answer({ error, code: error instanceof SourceError ? error.code : undefined }),
    );
});

function answer(message: WorkerAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

/** What can be handed over instead of copied. */
function buffers(result: object): ArrayBuffer[] {
  return Object.values(result)
    .filter((value) => ArrayBuffer.isView(value))
    .map((view) => view.buffer as ArrayBuffer);
}
