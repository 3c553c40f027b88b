import { queryOptions } from "@tanstack/react-query";
import type { UserBody } from "../../src/server/index.ts";
import { filterOf } from "../explorer/condition.ts";
import { type ListSearch, pagingOf } from "../explorer/list-search.ts";
import { clientOf } from "./client-of.ts";
import type { ItemPage } from "./item-page.ts";

/** Users of an app, those who are deactivated too. */
export function usersQuery(app: string, search: ListSearch) {
  return queryOptions({
    queryKey: ["users", app, search],
    queryFn: async (): Promise<ItemPage<UserBody>> => {
      const { users, next } = await clientOf(app).queryUsers({
        ...pagingOf(search),
        filter_conditions: filterOf(search.where ?? []),
        include_deactivated_users: true,
      });
      return { items: users, next };
    },
  });
}
