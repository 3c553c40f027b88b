import type { ImportFailure, ImportRecord } from "../store/index.ts";

/** What a worker tells.
 *
 * - `taken`: it goes on with an import, in the state that the record has.
 * - `done`: the import is in the next state.
 * - `let_go`: somebody stopped the import or the worker.
 * - `retry`: something outside the file failed, and will be tried again after `delay` milliseconds.
 * - `trouble`: the worker itself met an error, and tries again; told once as long as it stays the same. */
export type WorkerEvent =
  | { readonly kind: "taken" | "done" | "let_go"; readonly record: ImportRecord }
  | {
      readonly kind: "retry";
      readonly record: ImportRecord;
      readonly failure: ImportFailure;
      readonly delay: number;
    }
  | { readonly kind: "trouble"; readonly error: unknown };
