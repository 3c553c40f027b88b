import { parentPort, workerData } from "node:worker_threads";
import type { ChunkOptions } from "./collect-chunk.ts";
import { openFileRange } from "./file-range.ts";
import { SourceError, type SourceErrorCode } from "./source-error.ts";
import { runTask, type Task } from "./task.ts";

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly path: string;
  /** The file must still be this one. */
  readonly stamp: string;
  readonly options: ChunkOptions;
}

/** What a worker thread answers: the result, or the error that stopped it. The class of an error is lost on the way, so its code stands beside it. */
export type WorkerAnswer =
  | { readonly result: unknown }
  | { readonly error: unknown; readonly code: SourceErrorCode | undefined };

const { path, stamp, options } = workerData as WorkerStart;
const opened = openFileRange(path, stamp);
// Whoever gives a task hears of a failure.
opened.catch(() => undefined);

parentPort?.on("message", (task: Task) => {
  opened
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
