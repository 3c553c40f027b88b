import { channelLabel } from "../item-label.ts";
import type { Rule } from "./rule.ts";

/** A member of a distinct channel is one of the users that the channel is known by. Source: offline validator. */
export const listedMember: Rule = (item, _options, issues) => {
  const members = item["channel_member_ids"];
  const user = item["user_id"];
  if (typeof user !== "string" || !Array.isArray(members) || members.length === 0) return;
  if (members.includes(user)) return;
  const channel = channelLabel(item["channel_type"], undefined, members);
  issues.push({ code: "not_a_listed_member", pointer: "/user_id", user, channel });
};
