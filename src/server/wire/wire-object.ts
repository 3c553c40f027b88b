import type { ZodObject } from "zod";
import { type ItemTypeName, itemTypeNames, itemTypes } from "../../format/index.ts";
import { derivedFields, type PresentedItem } from "../../store/index.ts";

/** The fields of each type that are not custom data. */
const known = new Map(
  itemTypeNames.map((type) => [
    type,
    new Set([
      ...itemTypes[type].fields.map(({ name }) => name),
      ...derivedFields(type),
      "cid",
      "custom",
    ]),
  ]),
);

/** Makes of an item the object that the API shows: of the fields that the shape names those that are given, or else the item's own of the same name, and custom data beside them. Custom data of a name that the shape has, whether it is set or not, stands in an object `custom`, as in queries of the store.
 *
 * @param given values by name; undefined leaves a field of the item out */
export function wireObject(
  type: ItemTypeName,
  { shape }: ZodObject,
  item: PresentedItem,
  given: Readonly<Record<string, unknown>>,
): object {
  const builtIn = known.get(type)!;
  const object = new Map<string, unknown>();
  for (const name of Object.keys(shape)) {
    const own = builtIn.has(name) && name !== "custom" ? item[name] : undefined;
    const value = Object.hasOwn(given, name) ? given[name] : own;
    if (value !== undefined) object.set(name, value);
  }
  const hidden = new Map(Object.entries(item["custom"] ?? {}));
  for (const [name, value] of Object.entries(item)) {
    if (builtIn.has(name)) continue;
    (Object.hasOwn(shape, name) ? hidden : object).set(name, value);
  }
  if (hidden.size > 0) object.set("custom", Object.fromEntries(hidden));
  return Object.fromEntries(object);
}
