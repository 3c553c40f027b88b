import {
  channelOf,
  type Field,
  type ItemTypeName,
  itemTypes,
  parseTime,
  type RawObject,
} from "../format/index.ts";
import { byType } from "./by-type.ts";
import { columns } from "./columns.ts";
import { messageId } from "./message-id.ts";
import { StoreError } from "./store-error.ts";

/** What an item gives for each of the {@link columns} of its type; `undefined` where it gives nothing. */
export type Row = (string | number | undefined)[];

/** Makes the row of a checked item, exactly as JSON.parse gave it. `null` in a built-in field, an empty string in a field that refers or has fixed values, and empty `member_ids` give nothing; times are canonical; fields that are not built-in become custom data, or are dropped where the type takes none.
 *
 * @param index the item's index in the file, which together with `fingerprint` makes the id of a message that has none.
 *
 * Throws a {@link StoreError} `unchecked_item` when a value is not of its field's kind, or what identifies the item is missing. */
export function rowOf(
  type: ItemTypeName,
  item: RawObject,
  fingerprint: string,
  index: number,
): Row {
  const { empty, places, custom, keys, cid } = layouts[type];
  const row = empty.slice();
  let customFields: [string, unknown][] | undefined;
  for (const key of Object.keys(item)) {
    const place = places.get(key);
    if (place === undefined) {
      if (custom >= 0) (customFields ??= []).push([key, item[key]]);
    } else if (place.at >= 0) {
      const value = columnValue(place.field, item[key]);
      if (value === wrong) throw unchecked(type, index, place.field.name);
      if (value !== undefined) row[place.at] = value;
    }
  }
  if (customFields !== undefined) row[custom] = JSON.stringify(Object.fromEntries(customFields));
  if (cid >= 0) row[cid] = channelOf(type, item);
  if (type === "channel") fillChannel(row);
  if (type === "message" && !row[0]) row[0] = messageId(fingerprint, index);
  for (const at of keys) {
    if (!row[at]) throw unchecked(type, index, columns[type][at]!.name);
  }
  return row;
}

const wrong = Symbol("a value of the wrong kind");

interface Layout {
  /** A row of an item that gives nothing. */
  readonly empty: Row;
  /** Where the value of a key goes; -1 for fields that `cid` stands for. */
  readonly places: ReadonlyMap<string, { readonly at: number; readonly field: Field }>;
  readonly custom: number;
  readonly cid: number;
  /** The columns without which there is no row. */
  readonly keys: readonly number[];
}

const layouts = byType(layoutOf);

function layoutOf(type: ItemTypeName): Layout {
  const list = columns[type];
  const at = (name: string) => list.findIndex((column) => column.name === name);
  const fields: readonly Field[] = itemTypes[type].fields;
  const places = new Map(fields.map((field) => [field.name, { at: at(field.name), field }]));
  for (const [alias, name] of Object.entries(itemTypes[type].aliases)) {
    places.set(alias, places.get(name)!);
  }
  const required = list.filter(
    ({ name, field }) => name === "cid" || name === "id" || field?.required,
  );
  return {
    empty: list.map(() => undefined),
    places,
    custom: at("custom"),
    cid: at("cid"),
    keys: required.map(({ name }) => at(name)),
  };
}

const [channelCid, channelId, channelMembers] = ["cid", "id", "member_ids"].map((name) =>
  columns.channel.findIndex((column) => column.name === name),
) as [number, number, number];

/** A distinct channel has an id too: the one its members make. */
function fillChannel(row: Row): void {
  const cid = row[channelCid];
  if (row[channelId]) row[channelMembers] = undefined;
  else if (typeof cid === "string") row[channelId] = cid.slice(cid.indexOf(":") + 1);
}

function columnValue(field: Field, value: unknown): string | number | undefined | typeof wrong {
  if (value === null) return undefined;
  switch (field.kind) {
    case "string":
      if (typeof value !== "string") return wrong;
      return value === "" && emptyIsAbsent(field) ? undefined : value;
    case "time":
      return (typeof value === "string" ? parseTime(value) : undefined) ?? wrong;
    case "boolean":
      return typeof value === "boolean" ? Number(value) : wrong;
    case "strings":
      return Array.isArray(value) ? JSON.stringify(value) : wrong;
    case "number":
      return typeof value === "number" ? JSON.stringify(value) : wrong;
    case "map":
    case "object":
    case "objects":
      return typeof value === "object" ? JSON.stringify(nestedValue(field, value)) : wrong;
  }
}

/** A value inside a JSON column, under the same rules as a column's: null is absent, times are canonical, and only lists of objects carry custom data. */
function nestedValue(field: Field, value: unknown): unknown {
  if (field.kind === "time" && typeof value === "string") return parseTime(value);
  if (field.kind === "string" && value === "" && emptyIsAbsent(field)) return undefined;
  if (field.kind === "objects" && Array.isArray(value)) {
    return value.map((entry) => nestedObject(field.fields, entry as RawObject, true));
  }
  if (field.kind === "object") return nestedObject(field.fields, value as RawObject, false);
  return value;
}

function nestedObject(fields: readonly Field[], object: RawObject, custom: boolean): unknown {
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(object)) {
    const field = fields.find(({ name }) => name === key);
    if (field === undefined) {
      if (custom) entries.push([key, value]);
    } else if (value !== null) {
      entries.push([key, nestedValue(field, value)]);
    }
  }
  return Object.fromEntries(entries);
}

function emptyIsAbsent(field: Field): boolean {
  return field.kind === "string" && (field.refersTo !== undefined || field.values !== undefined);
}

function unchecked(type: ItemTypeName, index: number, field: string): StoreError {
  return new StoreError(
    "unchecked_item",
    `Item ${index}, a ${type}, cannot be stored: ${field} is missing or holds something else than it should.`,
    "The file has changed since it was checked, or was never checked. Check it, then load it again.",
  );
}
