import { queryOptions } from "@tanstack/react-query";
import type { ChannelStateBody } from "../../src/server/index.ts";
import { filterOf } from "../explorer/condition.ts";
import { type ListSearch, pagingOf } from "../explorer/list-search.ts";
import { clientOf } from "./client-of.ts";
import type { ItemPage } from "./item-page.ts";

/** Channels of an app, each with its first members; those with the latest message first: one without messages is as new as the import that made it. */
export function channelsQuery(app: string, search: ListSearch) {
  return queryOptions({
    queryKey: ["channels", app, search],
    queryFn: async (): Promise<ItemPage<ChannelStateBody>> => {
      const { channels, next } = await clientOf(app).queryChannels({
        ...pagingOf({ sort: "-last_message_at", ...search }),
        filter_conditions: filterOf(search.where ?? []),
        message_limit: 0,
        member_limit: 4,
      });
      return { items: channels, next };
    },
  });
}
