import { defaultTextLimit } from "../check-options.ts";
import { codePoints } from "../text-size.ts";
import type { Rule } from "./rule.ts";

/** The text of a message is as long as its channel type allows. Source: offline validator, `max_message_length` of the API. */
export const textLimit: Rule = (item, options, issues) => {
  const { text, channel_type: type } = item;
  if (typeof text !== "string") return;
  const known = typeof type === "string" && Object.hasOwn(options.channelTypes, type);
  const max = known ? options.channelTypes[type]! : defaultTextLimit;
  if (text.length <= max || codePoints(text) <= max) return;
  issues.push({ code: "max_length_exceeded", pointer: "/text", field: "text", max });
};
