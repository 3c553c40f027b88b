import { itemLabel } from "../item-label.ts";
import { given, type Rule } from "./rule.ts";

/** A message that shows nothing: neither text nor attachments. Deleted ones are meant to be so. Source: docs/decisions. */
export const emptyMessage: Rule = (item, _options, issues) => {
  if (given(item["text"]) || given(item["attachments"]) || item["type"] === "deleted") return;
  issues.push({ code: "empty_message", pointer: "/text", label: itemLabel("message", item) });
};
