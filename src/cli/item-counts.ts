import type { Analysis } from "../analyse/index.ts";
import { itemTypeNames } from "../format/index.ts";
import { formatCount } from "./numbers.ts";

/** How many items of each type there are, those of which there are any. */
export function itemCounts({ stats }: Pick<Analysis, "stats">): string {
  const present = itemTypeNames.filter((type) => stats[type] > 0);
  if (present.length === 0) return "no items";
  return present.map((type) => formatCount(stats[type], type.replaceAll("_", " "))).join(", ");
}
