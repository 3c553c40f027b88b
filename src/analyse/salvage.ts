import {
  type CheckedItem,
  isItemTypeName,
  itemTypeNames,
  type RawObject,
} from "../format/index.ts";

/** Most bytes of a damaged stretch that are searched for what it would have been. */
export const salvageLength = 65_536;

const strings = /"(\w+)"\s*:\s*"([^"\\]*)"/g;
const lists = /"(\w*member_ids)"\s*:\s*\[([^\]]*)\]/g;

/** What a stretch of text that is no JSON would have been: enough of an item to tell its key, so that what refers to it is not reported as well. */
export function salvageText(text: string): CheckedItem[] {
  const item: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let type: string | undefined;
  for (const [, name, value] of text.matchAll(strings)) {
    if (name === "type" && type === undefined) type = value;
    else item[name!] ??= value;
  }
  for (const [, name, list] of text.matchAll(lists)) {
    item[name!] ??= Array.from(list!.matchAll(/"([^"\\]*)"/g), ([, id]) => id);
  }
  return isItemTypeName(type) ? [{ type, item }] : [];
}

/** What an element that is JSON, but no item, would have been: anything that its fields allow. */
export function salvageElement(element: unknown): CheckedItem[] {
  if (typeof element !== "object" || element === null) return [];
  const { type, item, data } = element as RawObject;
  const inner = item ?? data;
  if (typeof inner !== "object" || inner === null) return [];
  const types = isItemTypeName(type) ? [type] : itemTypeNames;
  return types.map((name) => ({ type: name, item: inner as RawObject }));
}
