import { given, type Rule } from "./rule.ts";

/** `type: "deleted"` and `deleted_at` go together. Source: offline validator. */
export const deletion: Rule = (item, _options, issues) => {
  const deleted = item["type"] === "deleted";
  const at = item["deleted_at"];
  if (deleted && !given(at)) issues.push({ code: "deleted_at_missing", pointer: "/deleted_at" });
  if (!deleted && typeof at === "string" && at !== "") {
    const type = typeof item["type"] === "string" && item["type"] !== "" ? item["type"] : "regular";
    issues.push({ code: "deleted_at_unexpected", pointer: "/deleted_at", value: at, type });
  }
};
