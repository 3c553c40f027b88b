import type { IssueSink } from "./issue.ts";

/** Reports a string that neither PostgreSQL nor valid UTF-8 can hold: U+0000, or half of a surrogate pair. */
export function checkText(text: string, field: string, pointer: string, issues: IssueSink): void {
  const found = text.includes("\0") ? "U+0000" : text.isWellFormed() ? "" : "a lone surrogate";
  if (found) issues.push({ code: "invalid_text", pointer, field, found });
}
