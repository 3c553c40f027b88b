import { queryOptions } from "@tanstack/react-query";
import type { MemberBody } from "../../src/server/index.ts";
import { filterOf } from "../explorer/condition.ts";
import { type ListSearch, pagingOf } from "../explorer/list-search.ts";
import { clientOf } from "./client-of.ts";
import type { ItemPage } from "./item-page.ts";

/** Members of a channel. */
export function membersQuery(app: string, type: string, id: string, search: ListSearch) {
  return queryOptions({
    queryKey: ["members", app, type, id, search],
    queryFn: async (): Promise<ItemPage<MemberBody>> => {
      const { members, next } = await clientOf(app).queryMembers(type, id, {
        ...pagingOf(search),
        filter_conditions: filterOf(search.where ?? []),
      });
      return { items: members, next };
    },
  });
}
