import { type RawBuilder, sql } from "kysely";
import { type QueryField, type QueryFields, several, single } from "../field.ts";
import type { QueryScope } from "../query-scope.ts";
import { builtInFields } from "./built-in-fields.ts";

/** Of a row of `messages`, how many replies it has that are not deleted. */
export const replyCount: RawBuilder<unknown> = sql`(select count(*) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted')`;

/** Whether a row of `messages` is pinned at a time. */
export function isPinned(now: string): RawBuilder<unknown> {
  return sql`(messages.pinned_at is not null and (messages.pin_expires is null or messages.pin_expires > ${now}))`;
}

/** What may be asked of messages. */
export function messageFields({ dialect, now }: QueryScope): QueryFields {
  const builtIn = new Map(builtInFields("message", dialect));
  return new Map<string, QueryField>([
    ...builtIn,
    ["text", { ...builtIn.get("text")!, hasWords: (wanted) => dialect.messageHasWords(wanted) }],
    ["user.id", single("text", sql.ref("messages.user"), { nullable: false })],
    [
      "mentioned_users.id",
      several((test) => dialect.entry(sql.ref("messages.mentioned_users_ids"), test)),
    ],
    [
      "attachments.type",
      several((test) => dialect.entry(sql.ref("messages.attachments"), test, "type")),
    ],
    ["reply_count", single("number", replyCount, { nullable: false })],
    ["pinned", single("boolean", isPinned(now), { nullable: false })],
  ]);
}
