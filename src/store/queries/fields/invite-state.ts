import { type RawBuilder, sql } from "kysely";
import type { QueryDialect } from "../dialect.ts";

/** What an invitation of a member can have come to. */
export const inviteStates = ["pending", "accepted", "rejected"] as const;

/** What became of the invitation in a row of `members`; null where there was none. The later answer holds. */
export function inviteState(dialect: QueryDialect): RawBuilder<unknown> {
  return sql`case when members.invite_rejected_at is not null and (members.invite_accepted_at is null or members.invite_rejected_at > members.invite_accepted_at) then 'rejected' when members.invite_accepted_at is not null then 'accepted' when members.invited = ${dialect.boolean(true)} then 'pending' end`;
}

/** Whether a row of `members` is more than an invitation. */
export function hasJoined(dialect: QueryDialect): RawBuilder<unknown> {
  return sql`(coalesce(${inviteState(dialect)}, 'accepted') = 'accepted')`;
}
