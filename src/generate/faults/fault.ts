import type { IssueCode, ItemTypeName } from "../../format/index.ts";
import type { GeneratedItem, ItemContext } from "../items/item-context.ts";
import type { MessageHistory } from "../message-history.ts";

/** An item's fields. */
export type ItemFields = GeneratedItem["item"];

/** What faults are made from, beside the item. */
export interface FaultContext extends ItemContext {
  readonly history: MessageHistory;
  /** The number of the channel that the item is, or is in; 0 where it has none. */
  readonly channel: number;
  /** Differs from fault to fault, for names that must not be there twice. */
  readonly number: number;
  /** The item of this type that was written before, as it would be without a fault. */
  readonly previous: ItemFields | undefined;
  /** How often this fault has been planted, and how many bytes were written so far. */
  readonly times: number;
  readonly written: number;
}

/** An element made wrong: with other fields, something else in the item's place, or other text. */
export interface FaultyElement {
  readonly item?: ItemFields;
  readonly element?: (envelope: "item" | "data") => unknown;
  /** Changes the JSON text of the element. */
  readonly edit?: (text: string) => string | Uint8Array<ArrayBuffer>;
  /** Where the report finds it, where only one place is possible. */
  readonly pointer?: string;
}

/** One way to make an element wrong, so that the report has one issue of one code, and no other. */
export interface Fault {
  /** The types of items that can have it. `leaf`: only items that nothing refers to, since what identifies the item is lost. */
  readonly hosts: Readonly<Partial<Record<ItemTypeName, "any" | "leaf">>>;
  /** Whether the element may not begin like one, so that none may be lost in front of it. */
  readonly startless?: true;
  /** Gives `undefined` where this very item cannot have it. */
  readonly plant: (
    item: ItemFields,
    type: ItemTypeName,
    context: FaultContext,
  ) => FaultyElement | undefined;
}

/** Codes that an item can have whatever the app is like. `wrong_encoding` is about a whole file, `team_mismatch` takes an app that separates teams. */
export type PlantedCode = Exclude<IssueCode, "wrong_encoding" | "team_mismatch">;
