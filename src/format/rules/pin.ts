import { given, type Rule } from "./rule.ts";

const needs = Object.entries({
  pinned_at: ["pinned_by_id"],
  pinned_by_id: ["pinned_at"],
  pin_expires: ["pinned_at", "pinned_by_id"],
});

/** `pinned_at` and `pinned_by_id` go together, and `pin_expires` needs both; a pin may do without an end. Source: offline validator, see docs/decisions for the stricter sentence of the current page. */
export const pin: Rule = (item, _options, issues) => {
  for (const [field, others] of needs) {
    const missing = given(item[field]) ? others.find((other) => !given(item[other])) : undefined;
    if (missing) issues.push({ code: "pin_incomplete", pointer: `/${field}`, field, missing });
  }
};
