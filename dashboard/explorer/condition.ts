import type { ItemsQuery } from "../../src/client/index.ts";

/** A condition that items are listed by, as it stands in the address: a field, an operator of the API, and what to compare with. */
export type Condition = readonly [
  field: string,
  operator: string,
  value: string | number | boolean | readonly string[],
];

/** Makes conditions of what stands in an address; what is none is left out. */
export function conditionsOf(value: unknown): readonly Condition[] {
  return Array.isArray(value) ? value.filter(isCondition) : [];
}

function isCondition(value: unknown): value is Condition {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [field, operator, operand] = value as unknown[];
  const isList = Array.isArray(operand) && operand.every((entry) => typeof entry === "string");
  return (
    typeof field === "string" &&
    typeof operator === "string" &&
    operator.startsWith("$") &&
    (isList || ["string", "number", "boolean"].includes(typeof operand))
  );
}

/** The filter of the API that holds where all conditions do. */
export function filterOf(
  conditions: readonly Condition[],
): NonNullable<ItemsQuery["filter_conditions"]> {
  if (conditions.length === 0) return {};
  return {
    $and: conditions.map(([field, operator, value]) => ({ [field]: { [operator]: value } })),
  };
}
