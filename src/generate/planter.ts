import type { ItemTypeName } from "../format/index.ts";
import type { FaultyElement, ItemFields, PlantedCode } from "./faults/fault.ts";
import { faults } from "./faults/faults.ts";
import type { GeneratedItem, ItemContext } from "./items/item-context.ts";
import type { MessageHistory } from "./message-history.ts";

/** How many faults: a share of the items, from 0 to 1, or a number of them, spread over the file; in either case at most one an item. */
export type FaultQuota = { readonly share: number } | { readonly count: number };

/** A fault that was chosen for an item. */
export interface ChosenFault extends FaultyElement {
  readonly code: PlantedCode;
}

/** What few types can have comes first, so that it does not miss its chance. */
const codes = (Object.keys(faults) as PlantedCode[]).sort((a, b) => hostCount(a) - hostCount(b));

/** The part of the file over which a number of faults is spread; the rest is there to catch up. */
const spread = 0.9;

/** Decides which items are made wrong, and how: by whatever fits the item and was planted least. */
export class Planter {
  readonly #quota: FaultQuota;
  readonly #size: number;
  readonly #history: MessageHistory;
  readonly #context: ItemContext;
  readonly #planted = new Map<PlantedCode, number>(codes.map((code) => [code, 0]));
  readonly #previous = new Map<ItemTypeName, ItemFields>();
  #items = 0;
  #count = 0;
  /** How many faults there should be by now, and from how many on the next one is due. */
  #credit = 0;
  #due: number;
  #afterStartless = false;

  /** `size` is that of the file, in bytes. */
  constructor(quota: FaultQuota, size: number, history: MessageHistory, context: ItemContext) {
    this.#quota = quota;
    this.#size = size;
    this.#history = history;
    this.#context = context;
    this.#due = 1 - context.random.next();
    this.#earn(0);
  }

  /** Whether the next item is to be made wrong. */
  get isDue(): boolean {
    return this.#credit >= this.#due;
  }

  /** Makes an item wrong, where one is due; `written` counts the bytes before it. */
  plant(generated: GeneratedItem, written: number): ChosenFault | undefined {
    const { type, item } = generated;
    const chosen = this.isDue ? this.#choose(generated, written) : undefined;
    const fault = chosen && faults[chosen.code];
    if (fault?.hosts[type] !== "leaf") this.#previous.set(type, item);
    this.#afterStartless = fault?.startless ?? false;
    this.#items++;
    if (chosen) {
      this.#planted.set(chosen.code, this.#planted.get(chosen.code)! + 1);
      this.#due = ++this.#count + 1 - this.#context.random.next();
    }
    this.#earn(written);
    return chosen;
  }

  #earn(written: number): void {
    this.#credit =
      "share" in this.#quota
        ? this.#quota.share * (this.#items + 1)
        : this.#quota.count * Math.min(1, written / (this.#size * spread));
  }

  /** The faults that fit are tried from the one planted least. */
  #choose({ type, item, leaf, channel = 0 }: GeneratedItem, written: number) {
    const context = {
      ...this.#context,
      history: this.#history,
      number: this.#count,
      previous: this.#previous.get(type),
      channel,
      written,
    };
    const fitting = codes
      .filter((code) => {
        const { hosts, startless } = faults[code];
        const host = hosts[type];
        return (
          (host === "any" || (host === "leaf" && leaf)) && !(startless && this.#afterStartless)
        );
      })
      .sort((a, b) => this.#planted.get(a)! - this.#planted.get(b)!);
    for (const code of fitting) {
      const times = this.#planted.get(code)!;
      const faulty = faults[code].plant(item, type, { ...context, times });
      if (faulty !== undefined) return { code, ...faulty };
    }
    return undefined;
  }
}

function hostCount(code: PlantedCode): number {
  return Object.keys(faults[code].hosts).length;
}
