import { type ItemTypeName } from "../item-types.ts";
import { itemLabel } from "../item-label.ts";
import type { Rule } from "./rule.ts";

/** A user's role is one that the app has. Source: offline validator. */
export const knownRole: Rule = (item, options, issues) => {
  const role = item["role"];
  if (typeof role !== "string" || role === "" || options.roles.includes(role)) return;
  issues.push({
    code: "role_not_found",
    pointer: "/role",
    ...reference("user", "role", role, item),
  });
};

/** A channel's type is one that the app has. Source: offline validator. */
export const knownChannelType: Rule = (item, options, issues) => {
  const type = item["type"];
  if (typeof type !== "string" || type === "" || Object.hasOwn(options.channelTypes, type)) return;
  const args = reference("channel", "type", type, item);
  issues.push({ code: "channel_type_not_found", pointer: "/type", ...args });
};

function reference(
  type: ItemTypeName,
  field: string,
  target: string,
  item: Parameters<Rule>[0],
): { field: string; target: string; label: string } {
  return { field, target, label: itemLabel(type, item) };
}
