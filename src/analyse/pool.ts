import { type ResourceLimits, Worker } from "node:worker_threads";
import { buffers } from "./buffers.ts";
import type { FileIdentity, FileRange } from "./file-range.ts";
import { SourceError, type SourceErrorCode } from "./source-error.ts";
import {
  inThisThread,
  type Runner,
  type RunnerOptions,
  type TakePart,
  type Task,
  type TaskResults,
} from "./task.ts";
import type { WorkerAnswer, WorkerMessage, WorkerStart } from "./worker.ts";

interface Job {
  readonly task: Task;
  readonly take: TakePart | undefined;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Does tasks in `width` worker threads, which open the files by themselves; in this thread where `width` is 0. */
export function openRunner(
  sources: readonly FileRange[],
  options: RunnerOptions,
  width: number,
): Runner {
  return width > 0 ? new Pool(sources, options, width) : inThisThread(sources, options);
}

/** V8 would let what is to be collected take much more memory before it looks, and be no faster for it. What is made of one item may take 48 times its size. */
function memoryLimits(maxItem: number): ResourceLimits {
  const maxOldGenerationSizeMb = 48 + Math.ceil((48 * maxItem) / 1_048_576);
  return { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb };
}

class Pool implements Runner {
  readonly width: number;
  readonly #workers: Worker[];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  readonly #queue: Job[] = [];
  readonly #files: readonly FileIdentity[];
  #failure: Error | undefined;

  constructor(sources: readonly FileRange[], options: RunnerOptions, width: number) {
    this.width = width;
    this.#files = sources.map(({ path, name, stamp }) => ({ path, name, stamp }));
    const start: WorkerStart = { files: this.#files, options };
    const resourceLimits = memoryLimits(options.maxItem);
    const script = new URL(import.meta.url.replace(/pool(\.[jt]s)$/, "worker$1"));
    this.#workers = Array.from({ length: width }, () => {
      const worker = new Worker(script, { workerData: start, resourceLimits });
      worker.on("message", (answer: WorkerAnswer) => this.#answer(worker, answer));
      worker.on("error", (error) => this.#fail(error));
      this.#idle.push(worker);
      return worker;
    });
  }

  run<T extends Task>(task: T, take?: TakePart): Promise<TaskResults[T["kind"]]> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, take, resolve, reject });
      this.#next();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#failure) {
      for (const job of this.#queue.splice(0)) job.reject(this.#failure);
      return;
    }
    while (this.#queue.length > 0 && this.#idle.length > 0) {
      const worker = this.#idle.pop()!;
      const job = this.#queue.shift()!;
      this.#busy.set(worker, job);
      // Whoever asks for a report frees what it was asked with.
      worker.postMessage(job.task, job.task.kind === "resolve" ? buffers(job.task) : []);
    }
  }

  #answer(worker: Worker, answer: WorkerAnswer): void {
    const job = this.#busy.get(worker);
    if ("part" in answer) {
      const goOn = () => worker.postMessage("taken" satisfies WorkerMessage);
      job?.take?.(answer.part).then(goOn, (error: unknown) => this.#fail(error));
      return;
    }
    this.#busy.delete(worker);
    this.#idle.push(worker);
    if (job && "error" in answer) job.reject(this.#revived(answer.error, answer.code, job.task));
    else if (job) job.resolve((answer as { result: never }).result);
    this.#next();
  }

  #revived(error: unknown, code: SourceErrorCode | undefined, { file }: Task): unknown {
    return code === undefined ? error : new SourceError(code, this.#files[file]!.name, error);
  }

  /** A thread that died, or whose report nobody takes, takes the analysis with it. */
  #fail(error: unknown): void {
    this.#failure = error instanceof Error ? error : new Error(String(error));
    for (const job of this.#busy.values()) job.reject(this.#failure);
    this.#busy.clear();
    this.#next();
  }
}
