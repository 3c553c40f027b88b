import { queryOptions } from "@tanstack/react-query";
import type { DeviceBody } from "../../src/server/index.ts";
import { filterOf } from "../explorer/condition.ts";
import { type ListSearch, pagingOf } from "../explorer/list-search.ts";
import { clientOf } from "./client-of.ts";
import type { ItemPage } from "./item-page.ts";

/** Devices of an app. */
export function devicesQuery(app: string, search: ListSearch) {
  return queryOptions({
    queryKey: ["devices", app, search],
    queryFn: async (): Promise<ItemPage<DeviceBody>> => {
      const { devices, next } = await clientOf(app).queryDevices({
        ...pagingOf(search),
        filter_conditions: filterOf(search.where ?? []),
      });
      return { items: devices, next };
    },
  });
}
