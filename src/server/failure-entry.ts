import type { ImportFailure } from "../store/index.ts";

/** What the log says of an error: of one that names what mends it its sentences, of one that was not foreseen all that is known. */
export function failureEntry(error: unknown): object {
  const { code, message, fix } = error as Partial<ImportFailure>;
  return fix === undefined ? { err: error } : { failure: { code, message, fix } };
}
