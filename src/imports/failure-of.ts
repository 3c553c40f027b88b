import type { ImportFailure } from "../store/index.ts";

/** Codes of what another try does not mend. */
const permanent: ReadonlySet<string> = new Set([
  "app_in_production",
  "app_not_found",
  "bomb",
  "broken_compression",
  "changed",
  "file_not_found",
  "foreign_format",
  "not_a_file",
  "not_found",
  "other_compression",
  "reconciliation_mismatch",
  "too_large",
  "unchecked_item",
  "worker_lost",
]);

/** What mends failures whose sentence is for who runs a command on a file: a worker has no `--tmp`. */
const fixes: Readonly<Record<string, string>> = {
  no_space: "make room on the disk of the store",
  no_space_for_keys: "make room on the disk of the store",
  no_spool: "make the folder tmp of the store writable for the user that Chatferry runs as",
  too_large: "split it into files that unpack to 10 GB at most",
  changed: "upload it again, for a new import",
};

/** What failed outside the file, as the import keeps it. */
export function failureOf(error: unknown): ImportFailure {
  const { message, code, fix: given } = error as Partial<ImportFailure>;
  const fix = fixes[code ?? ""] ?? given;
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
