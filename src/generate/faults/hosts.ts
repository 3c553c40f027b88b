import { itemTypeNames, type ItemTypeName } from "../../format/index.ts";

type Hosts = Readonly<Partial<Record<ItemTypeName, "any" | "leaf">>>;

/** Every type. */
export const everyItem: Hosts = hosts("any", itemTypeNames);
/** Every type, where nothing refers to the item. */
export const everyLeaf: Hosts = hosts("leaf", itemTypeNames);
/** The types that take custom data. */
export const everyCustom: Hosts = hosts("any", [
  "user",
  "channel",
  "member",
  "message",
  "reaction",
]);

function hosts(kind: "any" | "leaf", types: readonly ItemTypeName[]): Hosts {
  return Object.fromEntries(types.map((type) => [type, kind]));
}
