import type { CheckOptions } from "../check-options.ts";
import type { IssueSink } from "../issue.ts";
import type { RawObject } from "../item-label.ts";

/** A rule that looks at several fields of an item at once. Fields may hold anything: their kinds are checked elsewhere, and a rule says nothing about a field of the wrong kind. */
export type Rule = (item: RawObject, options: CheckOptions, issues: IssueSink) => void;

/** Tells whether a field counts as given: neither absent, null, an empty string nor an empty list. */
export function given(value: unknown): boolean {
  return (
    value !== undefined &&
    value !== null &&
    value !== "" &&
    !(Array.isArray(value) && value.length === 0)
  );
}
