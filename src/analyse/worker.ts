import { parentPort, workerData } from "node:worker_threads";
import type { ChunkOptions } from "./collect-chunk.ts";
import { openFileRange } from "./file-range.ts";
import { runTask, type Task } from "./task.ts";

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly path: string;
  readonly options: ChunkOptions;
}

/** What a worker thread answers: the result, or the error that stopped it. */
export type WorkerAnswer = { readonly result: unknown } | { readonly error: unknown };

const { path, options } = workerData as WorkerStart;
const source = await openFileRange(path);

parentPort?.on("message", (task: Task) => {
  runTask(task, source, options).then(
    (result) => parentPort?.postMessage({ result } satisfies WorkerAnswer, buffers(result)),
    (error: unknown) => parentPort?.postMessage({ error } satisfies WorkerAnswer),
  );
});

/** What can be handed over instead of copied. */
function buffers(result: object): ArrayBuffer[] {
  return Object.values(result)
    .filter((value) => ArrayBuffer.isView(value))
    .map((view) => view.buffer as ArrayBuffer);
}
