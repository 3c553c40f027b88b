import type { Filter } from "../../store/index.ts";

/** A filter that holds where the one given does and some conditions do. Places in the one given stay as they are, for what is said about them. */
export function withConditions(filter: Filter = {}, conditions: readonly Filter[]): Filter {
  const all: unknown = filter["$and"] ?? [];
  if (conditions.length === 0 || !Array.isArray(all)) return filter;
  return { ...filter, $and: [...(all as unknown[]), ...conditions] };
}
