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

/** Makes of an item the object that the API shows. */
type WireObject = (item: PresentedItem, given: Readonly<Record<string, unknown>>) => object;

/** Gives what makes of items the objects that the API shows: of the fields that the shape names those that are given, or else the item's own of the same name, and custom data beside them. A field that is given as undefined is left out. Custom data of a name that the shape has, whether it is set or not, stands in an object `custom`, as in queries of the store. */
export function wireObject(type: ItemTypeName, { shape }: ZodObject): WireObject {
  const builtIn = known.get(type)!;
  const names = Object.keys(shape);
  const shown = new Set(names);
  const own = new Set(names.filter((name) => builtIn.has(name) && name !== "custom"));
  return (item, given) => {
    const object = new Map<string, unknown>();
    for (const name of names) {
      let value = given[name];
      if (value === undefined && own.has(name) && !Object.hasOwn(given, name)) value = item[name];
      if (value !== undefined) object.set(name, value);
    }
    const hidden = new Map(Object.entries(item["custom"] ?? {}));
    for (const name of Object.keys(item)) {
      if (!builtIn.has(name)) (shown.has(name) ? hidden : object).set(name, item[name]);
    }
    if (hidden.size > 0) object.set("custom", Object.fromEntries(hidden));
    return Object.fromEntries(object);
  };
}
