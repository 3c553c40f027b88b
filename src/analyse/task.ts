import type { ByteRange } from "./byte-range.ts";
import { type ChunkOptions, collectChunk, type CollectedChunk } from "./collect-chunk.ts";
import { locate, type TextPlace } from "./locate.ts";
import type { Layout } from "./layout.ts";
import type { Chunk } from "./read-chunk.ts";
import type { ItemKey } from "./known-item.ts";
import { nameKeys } from "./name-keys.ts";
import { type KeySlice, type ResolvedSlice, resolvePart } from "./resolve-part.ts";
import { reportChunk, type ReportPart, type ReportTask } from "./report-chunk.ts";

/** A piece of work, most of them on one chunk of one of the files. Plain data, so that any thread can do it. */
export type Task = { readonly file: number } & (
  | { readonly kind: "collect"; readonly chunk: Chunk }
  | { readonly kind: "locate"; readonly from: number; readonly to: number }
  | ({ readonly kind: "resolve" } & KeySlice)
  | { readonly kind: "name"; readonly chunk: Chunk; readonly keys: Uint32Array }
  | ({ readonly kind: "report" } & ReportTask)
);

/** What doing tasks takes beside the files: the container of each, and what is the same for all. Plain data. */
export interface RunnerOptions extends Omit<ChunkOptions, "layout"> {
  readonly layouts: readonly Layout[];
}

/** What doing a task of a kind gives. `locate` gives the place of `to` as if `from` were line 1, column 1; `report` gives its parts as they are made. */
export interface TaskResults {
  readonly collect: CollectedChunk;
  readonly locate: TextPlace;
  readonly resolve: ResolvedSlice;
  readonly name: readonly ItemKey[];
  readonly report: void;
}

/** Takes the parts of a report, in order. The next but one is made when it has returned. */
export type TakePart = (part: ReportPart) => Promise<void>;

/** Does tasks, one at a time or many: in this thread, in worker threads, or in a browser's worker. */
export interface Runner extends AsyncDisposable {
  /** How many tasks it does at once. */
  readonly width: number;
  run<T extends Task>(task: T, take?: TakePart): Promise<TaskResults[T["kind"]]>;
}

type Doers = {
  readonly [K in Task["kind"]]: (
    task: Extract<Task, { kind: K }>,
    source: ByteRange,
    options: ChunkOptions,
    take: TakePart,
  ) => Promise<TaskResults[K]>;
};

const doers: Doers = {
  collect: ({ chunk }, source, options) => collectChunk(source, chunk, options),
  locate: ({ from, to }, source) => locate(source, from, to, { line: 1, column: 1 }),
  resolve: (slice) => Promise.resolve(resolvePart(slice)),
  name: ({ chunk, keys }, source, options) => nameKeys(source, chunk, keys, options),
  report: async (task, source, options, take) => {
    let taken = Promise.resolve();
    for await (const part of reportChunk(source, task, options)) {
      await taken;
      taken = take(part);
      // Whoever awaits it hears of a failure.
      taken.catch(() => undefined);
    }
    await taken;
  },
};

/** Does a task in this thread; `source` is the file that it is about. */
export function runTask<T extends Task>(
  task: T,
  source: ByteRange,
  { layouts, ...options }: RunnerOptions,
  take: TakePart = () => Promise.resolve(),
): Promise<TaskResults[T["kind"]]> {
  const doer = doers[task.kind] as unknown as (
    ...args: unknown[]
  ) => Promise<TaskResults[T["kind"]]>;
  return doer(task, source, { ...options, layout: layouts[task.file]! }, take);
}

/** Does tasks in this thread, one after the other: for small files, and in a browser's worker. */
export function inThisThread(sources: readonly ByteRange[], options: RunnerOptions): Runner {
  return {
    width: 1,
    run: (task, take) => runTask(task, sources[task.file]!, options, take),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
