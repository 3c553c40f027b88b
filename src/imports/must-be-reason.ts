import { ImportError } from "./import-error.ts";

const longest = 1_000;

/** Throws an {@link ImportError} `invalid_reason` unless it is a text of 1 to 1,000 characters. */
export function mustBeReason(reason: string): void {
  if (reason.trim() !== "" && reason.length <= longest) return;
  throw new ImportError(
    "invalid_reason",
    "The reason is empty or too long.",
    `Say in 1 to ${longest} characters why.`,
  );
}
