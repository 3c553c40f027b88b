import { itemLabel } from "../item-label.ts";
import { oneEditApart } from "../one-edit.ts";
import type { Rule } from "./rule.ts";

/** A user's role is one that the app has. Source: offline validator. */
export const knownRole: Rule = (item, options, issues) => {
  const target = item["role"];
  if (typeof target !== "string" || target === "" || options.roles.includes(target)) return;
  const suggestion = options.roles.find((role) => oneEditApart(role, target));
  const label = itemLabel("user", item);
  const args = { pointer: "/role", field: "role", target, label, suggestion };
  issues.push({ code: "role_not_found", ...args });
};

/** A channel's type is one that the app has. Source: offline validator. */
export const knownChannelType: Rule = (item, options, issues) => {
  const target = item["type"];
  if (typeof target !== "string" || target === "") return;
  if (Object.hasOwn(options.channelTypes, target)) return;
  const types = Object.keys(options.channelTypes);
  const suggestion = types.find((type) => oneEditApart(type, target));
  const label = itemLabel("channel", item);
  const args = { pointer: "/type", field: "type", target, label, suggestion };
  issues.push({ code: "channel_type_not_found", ...args });
};
