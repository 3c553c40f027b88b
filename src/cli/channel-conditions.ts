import { asCid } from "./as-cid.ts";
import type { AskedFlags } from "./queries.ts";

/** What the flags of `query channels` ask of fields of channels; undefined where a flag was not given. */
export function channelConditions({
  id,
  type,
  member,
}: Pick<AskedFlags, "id" | "type" | "member">): Readonly<Record<string, unknown>> {
  return {
    cid: id && { $in: id.map(asCid) },
    type,
    members: member ? { $in: [member] } : undefined,
  };
}
