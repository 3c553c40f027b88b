import { given, type Rule } from "./rule.ts";

/** A channel is known by its id or by its members, and whoever refers to it uses the same way: exactly one of the two. Source: historic and current page. */
export function oneIdentity(type: "channel" | "member" | "message"): Rule {
  const [id, members] =
    type === "channel" ? ["id", "member_ids"] : ["channel_id", "channel_member_ids"];
  const names = { id: `${type}.${id}`, members: `${type}.${members}` };
  return (item, _options, issues) => {
    const byId = given(item[id]);
    if (byId !== given(item[members])) return;
    const pointer = byId ? `/${members}` : `/${id}`;
    issues.push({ code: byId ? "both_identities" : "no_identity", pointer, ...names });
  };
}
