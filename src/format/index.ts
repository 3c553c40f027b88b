export {
  builtInChannelTypes,
  builtInRoles,
  type CheckOptions,
  customDataLimit,
  defaultCheckOptions,
  defaultTextLimit,
  itemLimit,
  nestingLimit,
} from "./check-options.ts";
export { type CheckedItem, checkElement } from "./check-element.ts";
export { checkNames } from "./check-names.ts";
export { distinctChannelId } from "./distinct-channel.ts";
export { examples } from "./examples.ts";
export { type Explanation, explanations } from "./explanations.ts";
export type { CustomData, Field, FieldValues, OnUpsert, Source, Target } from "./field.ts";
export { fieldTable, type FieldTable, fieldTables } from "./field-table.ts";
export { hint } from "./hint.ts";
export type { Issue, IssueArgs, IssueCode, IssueSink } from "./issue.ts";
export {
  channelOf,
  cid,
  itemKey,
  type KeySpace,
  memberKey,
  type Reference,
  references,
} from "./item-keys.ts";
export { channelLabel, itemId, itemLabel, type RawObject } from "./item-label.ts";
export {
  isItemTypeName,
  type Item,
  type ItemType,
  type ItemTypeName,
  itemTypeNames,
  itemTypes,
} from "./item-types.ts";
export { jsonSchema, type JsonSchema } from "./json-schema.ts";
export { parseJson } from "./parse-json.ts";
export { pointerTo } from "./pointer.ts";
export { sentence } from "./sentence.ts";
export { parseTime } from "./time.ts";
export { oneEditApart } from "./one-edit.ts";
