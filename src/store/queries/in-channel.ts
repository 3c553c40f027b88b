import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { ItemTables } from "../tables.ts";

/** The messages that stand in a channel: all but replies that are not shown in it. Worded as the index `messages_in_channel` is, or the index is not used. */
export function inChannel(eb: ExpressionBuilder<ItemTables, "messages">): Expression<SqlBool> {
  return eb.or([
    eb("messages.parent_id", "is", null),
    eb("messages.show_in_channel", "=", eb.lit(1)),
  ]);
}

/** Those of them that count as messages: all but deleted ones. */
export function counted(eb: ExpressionBuilder<ItemTables, "messages">): Expression<SqlBool> {
  return eb.and([inChannel(eb), eb("messages.type", "!=", eb.val("deleted"))]);
}
