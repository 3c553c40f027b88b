import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ChannelQuery, Filter, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { compileFilter } from "./compile-filter.ts";
import { channelCounts } from "./fields/channel-counts.ts";
import { channelFields } from "./fields/channel-fields.ts";
import { listPage } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { visibleChannels } from "./visible.ts";

/** See `Store.channels`. */
export function channels(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  { filter, ...query }: ChannelQuery,
): Promise<Page> {
  const list = {
    name: "channels",
    type: "channel",
    fields: channelFields(scope),
    where: channelConditions(scope, filter, "filter"),
    sort: [{ field: "last_updated", direction: -1 }],
    key: ["cid"],
    derived: channelCounts,
  } as const;
  return listPage(db, scope, list, query);
}

/** The channels of the app that a filter finds, hidden ones only where it speaks of them. */
export function channelConditions(
  scope: QueryScope,
  filter: Filter = {},
  name: string,
): readonly RawBuilder<unknown>[] {
  const subject = {
    type: "channel",
    fields: channelFields(scope),
    dialect: scope.dialect,
  } as const;
  const conditions = [
    sql`channels.app = ${scope.app}`,
    ...visibleChannels(scope),
    compileFilter(filter, subject, name),
  ];
  if (scope.user !== undefined && !names(filter, "hidden")) {
    conditions.push(compileFilter({ hidden: false }, subject));
  }
  return conditions;
}

/** Whether a filter names a field, at whatever level. It was compiled before: its levels are bounded. */
function names(filter: unknown, field: string): boolean {
  if (typeof filter !== "object" || filter === null) return false;
  return Object.entries(filter).some(([key, value]) => key === field || names(value, field));
}
