import { cidPattern } from "../item-keys.ts";
import type { Rule } from "./rule.ts";

/** A muted channel is written as `type:id`, with exactly one colon. Source: offline validator. */
export const muteCid: Rule = (item, _options, issues) => {
  const mutes: unknown = item["channel_mutes"];
  if (!Array.isArray(mutes)) return;
  for (const [index, cid] of mutes.entries()) {
    if (typeof cid !== "string" || cidPattern.test(cid)) continue;
    const pointer = `/channel_mutes/${index}`;
    issues.push({ code: "invalid_cid", pointer, field: "channel_mutes", cid });
  }
};
