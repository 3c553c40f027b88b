import type { ImportFailure } from "../store/index.ts";

/** Codes of what another try does not mend. */
const permanent: ReadonlySet<string> = new Set([
  "app_in_production",
  "app_not_found",
  "bomb",
  "broken_compression",
  "changed",
  "file_not_found",
  "not_a_file",
  "not_found",
  "other_compression",
  "reconciliation_mismatch",
  "too_large",
  "unchecked_item",
  "worker_lost",
]);

/** What failed outside the file, as the import keeps it. */
export function failureOf(error: unknown): ImportFailure {
  const { message, code, fix } = error as Partial<ImportFailure>;
  return {
    code: typeof fix === "string" ? String(code) : "unforeseen",
    message: String(message ?? error),
    fix: typeof fix === "string" ? fix : "Look into the log of the worker, then try again.",
  };
}

/** Whether another try may mend it. */
export function mayPass({ code }: ImportFailure): boolean {
  return !permanent.has(code);
}
