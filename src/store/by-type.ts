import { type ItemTypeName, itemTypeNames } from "../format/index.ts";

/** A value for every item type. */
export function byType<T>(value: (type: ItemTypeName) => T): Record<ItemTypeName, T> {
  return Object.fromEntries(itemTypeNames.map((type) => [type, value(type)])) as Record<
    ItemTypeName,
    T
  >;
}
