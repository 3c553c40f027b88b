import { type RawBuilder, sql } from "kysely";
import { type QueryField, type QueryFields, single } from "../field.ts";
import type { QueryScope } from "../query-scope.ts";
import { messageFields, replyCount } from "./message-fields.ts";

/** Of a row of `messages`, when the last reply that is not deleted was sent. */
const lastReplyAt: RawBuilder<unknown> = sql`(select max(replies.created_at) from messages as replies where replies.app = messages.app and replies.parent_id = messages.id and replies.type <> 'deleted')`;

/** What may be asked of threads, and custom data of the messages that they begin with. */
export function threadFields(scope: QueryScope): QueryFields {
  const builtIn = messageFields(scope);
  return new Map<string, QueryField>([
    ["parent_message_id", builtIn.get("id")!],
    ["channel_cid", builtIn.get("cid")!],
    ["created_by_user_id", builtIn.get("user.id")!],
    ["created_at", builtIn.get("created_at")!],
    ["updated_at", builtIn.get("updated_at")!],
    ["last_message_at", single("time", lastReplyAt, { nullable: false })],
    ["reply_count", single("number", replyCount, { nullable: false })],
  ]);
}
