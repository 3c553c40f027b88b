import { queryOptions } from "@tanstack/react-query";
import type { MessageInChannelBody } from "../../src/server/index.ts";
import { type Condition, filterOf } from "../explorer/condition.ts";
import { type ListSearch, pagingOf } from "../explorer/list-search.ts";
import { clientOf } from "./client-of.ts";
import type { ItemPage } from "./item-page.ts";

/** Messages of an app that are found by words and filters; neither deleted ones nor those by the system. */
export function messagesQuery(app: string, search: ListSearch) {
  return queryOptions({
    queryKey: ["messages", app, search],
    queryFn: async (): Promise<ItemPage<MessageInChannelBody>> => {
      const { words, where = [] } = search;
      const wanted: Condition[] = words === undefined ? [] : [["text", "$autocomplete", words]];
      const { results, next } = await clientOf(app).search({
        ...pagingOf(search),
        filter_conditions: {},
        message_filter_conditions: filterOf([...wanted, ...where]),
      });
      return { items: results.map(({ message }) => message), next };
    },
  });
}
