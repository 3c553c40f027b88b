import type { Kysely } from "kysely";
import type { ChannelQuery, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { counted } from "./in-channel.ts";
import { pageRequest } from "./page.ts";

/** See `Store.channels`. */
export async function channels(
  db: Kysely<ItemTables>,
  app: number,
  { cids, type, member, ...paging }: ChannelQuery,
): Promise<Page> {
  const { fetch, after, page } = pageRequest("channels", ["cid"], paging);
  const rows = await db
    .selectFrom("channels")
    .selectAll("channels")
    .select((eb) => {
      const messages = eb
        .selectFrom("messages")
        .whereRef("messages.app", "=", "channels.app")
        .whereRef("messages.cid", "=", "channels.cid")
        .where(counted);
      return [
        eb
          .selectFrom("members")
          .whereRef("members.app", "=", "channels.app")
          .whereRef("members.cid", "=", "channels.cid")
          .select((eb) => eb.fn.countAll<number>().as("count"))
          .as("member_count"),
        messages.select((eb) => eb.fn.countAll<number>().as("count")).as("message_count"),
        messages
          .orderBy("messages.created_at", "desc")
          .limit(1)
          .select("messages.created_at")
          .as("last_message_at"),
      ];
    })
    .where("channels.app", "=", app)
    .$if(cids !== undefined, (query) => query.where("channels.cid", "in", cids!))
    .$if(type !== undefined, (query) => query.where("channels.type", "=", type!))
    .$if(member !== undefined, (query) =>
      query.where("channels.cid", "in", (eb) =>
        eb
          .selectFrom("members")
          .where("members.app", "=", app)
          .where("members.user_id", "=", member!)
          .select("members.cid"),
      ),
    )
    .$if(after !== undefined, (query) => query.where("channels.cid", ">", after![0]!))
    .orderBy("channels.cid")
    .limit(fetch)
    .execute();
  return page("channel", rows, ["member_count", "message_count", "last_message_at"]);
}
