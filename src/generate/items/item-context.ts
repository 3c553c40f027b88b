import type { ItemTypeName } from "../../format/index.ts";
import type { Random } from "../random.ts";
import type { World } from "../world.ts";

/** What every item is made from. */
export interface ItemContext {
  readonly world: World;
  readonly random: Random;
}

/** An item, before it is written. */
export interface GeneratedItem {
  readonly type: ItemTypeName;
  readonly item: Readonly<Record<string, unknown>>;
  /** The number of the channel that it is, or is in. */
  readonly channel?: number;
  /** Whether no other item refers to it, so that it could be missing. */
  readonly leaf: boolean;
}
