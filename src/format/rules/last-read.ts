import { parseTime } from "../time.ts";
import type { Rule } from "./rule.ts";

/** Nobody has read what is yet to be written. Source: docs/decisions. */
export const lastRead: Rule = (item, options, issues) => {
  const value = item["last_read"];
  const time = typeof value === "string" ? parseTime(value) : undefined;
  if (time === undefined || time <= options.now) return;
  issues.push({ code: "last_read_in_future", pointer: "/last_read", value: time });
};
