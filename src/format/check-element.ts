import type { CheckOptions } from "./check-options.ts";
import { checkObject, isObject, kindOf } from "./check-object.ts";
import { fieldTables } from "./field-table.ts";
import type { IssueSink } from "./issue.ts";
import type { RawObject } from "./item-label.ts";
import { isItemTypeName, type ItemTypeName, itemTypeNames } from "./item-types.ts";
import { oneEditApart } from "./one-edit.ts";
import { rules } from "./rules/rules.ts";

/** An element of the file whose envelope holds: its type and its item. */
export interface CheckedItem {
  readonly type: ItemTypeName;
  readonly item: RawObject;
}

/** Checks one element of an import file, envelope and item, by all that can be known without the other elements. Appends what is wrong to `issues`, in the order of the fields; gives the item unless there is none to be found.
 *
 * @param suspectText whether the text it was parsed from has escapes of U+0000 or surrogates; without them no string needs to be looked at.
 *
 * Source: import-format sections 2, 3 and 8, see docs/format.md and docs/errors.md. */
export function checkElement(
  element: unknown,
  options: CheckOptions,
  suspectText: boolean,
  issues: IssueSink,
): CheckedItem | undefined {
  if (!isObject(element)) {
    issues.push({ code: "not_an_object", pointer: "", found: kindOf(element) });
    return;
  }
  const type = element["type"];
  if (!isItemTypeName(type)) {
    reportType(type, issues);
    return;
  }
  const envelope = (element["item"] ?? undefined) === undefined ? "data" : "item";
  const item = element[envelope];
  if (envelope === "item" && (element["data"] ?? undefined) !== undefined) {
    issues.push({ code: "item_and_data", pointer: "/data" });
    return;
  }
  if (item === undefined || item === null) {
    issues.push({ code: "required_field", pointer: "/item", field: "item" });
    return;
  }
  if (!isObject(item)) {
    issues.push({ code: "not_an_object", pointer: `/${envelope}`, found: kindOf(item) });
    return;
  }
  checkObject(item, fieldTables[type], type, "", 2, {
    issues,
    options,
    suspectText,
    tooDeep: false,
  });
  for (const rule of rules[type]) rule(item, options, issues);
  return { type, item };
}

function reportType(type: unknown, issues: IssueSink): void {
  if (type === undefined || type === null || type === "") {
    issues.push({ code: "required_field", pointer: "/type", field: "type" });
    return;
  }
  const isSimple =
    typeof type === "string" || typeof type === "number" || typeof type === "boolean";
  const value = isSimple ? String(type) : kindOf(type);
  const suggestion = itemTypeNames.find(
    (name) => name === value.toLowerCase() || `${name}s` === value || oneEditApart(name, value),
  );
  issues.push({ code: "invalid_item_type", pointer: "/type", value, suggestion });
}
