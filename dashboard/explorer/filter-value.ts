import type { Condition } from "./condition.ts";
import type { FilterKind } from "./filter-fields.ts";

/** What a field is compared with, of what was typed: a time of the reader's zone in UTC, several values parted by commas; for custom data a number or a truth value where it looks like one, unless it stands in quotes. Undefined where it is none. */
export function filterValue(
  kind: FilterKind,
  operator: string,
  typed: string,
): Condition[2] | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  if (operator === "$in")
    return text
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean);
  if (kind === "time") {
    const time = new Date(text);
    return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
  }
  if (kind === "number") return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (kind !== "any" || operator === "$autocomplete") return text;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  return /^".*"$/s.test(text) ? text.slice(1, -1) : text;
}
