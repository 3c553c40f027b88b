import { itemTypeNames } from "../format/index.ts";
import type { Random } from "./random.ts";
import { textOf } from "./text.ts";

const fieldNames = ["score", "origin", "labels", "crm", "ratio", "legacy", "Ключ", "a b/c~d", "x"];

/** Custom data of an item: a few fields with values of any kind, well below 5,120 bytes. */
export function customData(random: Random): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (let left = 1 + random.below(3); left > 0; left--) {
    data[random.pick(fieldNames)] = customValue(random, 2);
  }
  return data;
}

function customValue(random: Random, depth: number): unknown {
  switch (random.below(depth > 0 ? 9 : 7)) {
    case 0:
      return random.below(1_000_000) - 500_000;
    case 1:
      return random.next();
    case 2:
      return random.chance(0.5);
    case 3:
      return null;
    case 4:
      return Number.MAX_SAFE_INTEGER;
    case 5:
    case 6:
      return textOf(random, 1 + random.below(5));
    case 7:
      return Array.from({ length: random.below(4) }, () => customValue(random, depth - 1));
    default:
      return {
        type: random.pick(["gold", "video", "song"]),
        value: customValue(random, depth - 1),
      };
  }
}

/** A custom value that looks like elements of an import file, with commas between them as between real ones. */
export function lookalike(random: Random): unknown {
  return Array.from({ length: 3 }, (_, i) => ({
    type: random.pick(itemTypeNames),
    item: { id: `not-an-item-${i}`, text: textOf(random, 4) },
  }));
}
