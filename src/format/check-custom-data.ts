import { customDataLimit, nestingLimit } from "./check-options.ts";
import { checkText } from "./check-text.ts";
import type { IssueSink } from "./issue.ts";
import { pointerTo } from "./pointer.ts";
import { utf8Length } from "./text-size.ts";

/** Adds up the custom data of one object as its fields are met, and reports what cannot be kept. */
export interface CustomDataCheck {
  /** Issues are appended here. */
  readonly issues: IssueSink;
  /** Whether strings may hold U+0000 or lone surrogates; known from the text they were parsed from. */
  readonly suspectText: boolean;
  /** Set when the nesting was reported, so that it is reported once an item. */
  tooDeep: boolean;
}

/** Checks one custom field and gives an upper bound of the bytes that it takes in compact JSON. `depth` is the nesting of the object that has the field, the envelope being 1. Source of the rules: docs/decisions (numbers, text, nesting). */
export function checkCustomField(
  key: string,
  value: unknown,
  pointer: string,
  depth: number,
  check: CustomDataCheck,
): number {
  if (check.suspectText) checkText(key, key, pointerTo(pointer, key), check.issues);
  return 6 * key.length + 4 + bound(key, value, pointer, depth, check);
}

function bound(
  key: string,
  value: unknown,
  parent: string,
  depth: number,
  check: CustomDataCheck,
): number {
  if (typeof value === "string") {
    if (check.suspectText) checkText(value, key, pointerTo(parent, key), check.issues);
    return 6 * value.length + 2;
  }
  if (typeof value === "number") {
    const kept =
      Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
    if (!kept) {
      check.issues.push({
        code: "number_out_of_range",
        pointer: pointerTo(parent, key),
        field: key,
      });
    }
    return 25;
  }
  if (typeof value !== "object" || value === null) return 5;
  if (depth + 1 > nestingLimit) {
    if (!check.tooDeep) {
      const pointer = pointerTo(parent, key);
      check.issues.push({ code: "nesting_too_deep", pointer, max: nestingLimit });
      check.tooDeep = true;
    }
    return 0;
  }
  let bytes = 2;
  const pointer = pointerTo(parent, key);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      bytes += 1 + bound(String(i), value[i], pointer, depth + 1, check);
    }
    return bytes;
  }
  const object = value as Record<string, unknown>;
  for (const name of Object.keys(object)) {
    bytes += checkCustomField(name, object[name], pointer, depth + 1, check);
  }
  return bytes;
}

/** Reports custom data over the limit. `atMost` is the upper bound gathered from {@link checkCustomField}; the exact size is taken only where that exceeds the limit. */
export function checkCustomSize(
  object: Readonly<Record<string, unknown>>,
  isCustom: (key: string) => boolean,
  atMost: number,
  pointer: string,
  check: CustomDataCheck,
): void {
  if (atMost <= customDataLimit || check.tooDeep) return;
  const custom = Object.fromEntries(Object.entries(object).filter(([key]) => isCustom(key)));
  const size = utf8Length(JSON.stringify(custom));
  if (size <= customDataLimit) return;
  check.issues.push({ code: "custom_data_too_large", pointer, size, max: customDataLimit });
}
