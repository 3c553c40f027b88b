import type { IssueCode, ItemTypeName } from "../format/index.ts";
import { ByteChunks } from "./byte-chunks.ts";
import { type Container, containers } from "./containers.ts";
import { conversation } from "./conversation.ts";
import type { GeneratedItem } from "./items/item-context.ts";
import { MessageHistory } from "./message-history.ts";
import { type FaultQuota, Planter } from "./planter.ts";
import { population } from "./population.ts";
import { Random } from "./random.ts";
import { World } from "./world.ts";

/** What is to be generated. The same options give the same bytes, on any machine. */
export interface GenerateOptions {
  /** Bytes that the file has at least, from {@link sizeLimits}; the last item goes beyond. */
  readonly size: number;
  /** A whole number from 0 to 2^32-1; another one gives another file. */
  readonly seed: number;
  /** `array`: one list without white space. `pretty`: one list, indented. `lines`: JSON Lines, with `data` envelopes. */
  readonly container: keyof typeof containers;
  /** How many items are wrong. Default: none. */
  readonly faults?: FaultQuota;
  /** Told of each fault, in the order of the file. */
  readonly onFault?: (fault: PlantedFault) => void;
}

/** A fault as the report of an analysis is to show it: one issue with this code and index. */
export interface PlantedFault {
  readonly code: IssueCode;
  /** Which element of the file it is, from 0. */
  readonly index: number;
  /** What the item is, or was before its envelope was made wrong. */
  readonly item_type: ItemTypeName;
  /** Where in the item, where only one place is possible. */
  readonly pointer?: string;
}

/** Smallest and largest file, in bytes. What messages refer to needs some room, and messages are counted in 32 bits. */
export const sizeLimits = { least: 50_000, most: 100_000_000_000 } as const;

const streams = { items: 1, faults: 2, writing: 3 };
const notAscii = /[\u0080-\uffff]/g;

/** Generates an import file, in chunks of about 64 KiB, each when it is asked for: users, devices, bans, channels and members, then messages and reactions in the order of time. Without faults nothing is wrong with it, not even a warning; with faults, nothing but these. Memory does not grow with what was written, and slowly with `size`.
 *
 * @throws RangeError when the size is beyond {@link sizeLimits} */
export function* generate(options: GenerateOptions): Generator<Uint8Array<ArrayBuffer>> {
  const { size, seed, faults = { count: 0 }, onFault } = options;
  if (!(size >= sizeLimits.least && size <= sizeLimits.most)) {
    throw new RangeError(`the size must be ${sizeLimits.least} to ${sizeLimits.most} bytes`);
  }
  const container: Container = containers[options.container];
  // The more is wrong, the less there must be around it that is right.
  const world = new World(size, seed, "share" in faults ? 1 - faults.share : 1);
  const context = { world, random: new Random(seed, streams.items) };
  const history = new MessageHistory(world.activeChannels);
  const faultContext = { world, random: new Random(seed, streams.faults) };
  const planter = new Planter(faults, size, history, faultContext);
  const writing = new Random(seed, streams.writing);
  const chunks = new ByteChunks();
  let index = 0;

  const add = (generated: GeneratedItem) => {
    const { type, item } = generated;
    const fault = planter.plant(generated, chunks.written);
    const element = fault?.element
      ? fault.element(container.envelope)
      : { type, [container.envelope]: fault?.item ?? item };
    const json = container.write(element);
    // Some programs write everything beyond ASCII as escapes.
    const text = !fault && writing.chance(0.02) ? json.replaceAll(notAscii, escaped) : json;
    chunks.add(index === 0 ? container.open : container.between);
    chunks.add(fault?.edit ? fault.edit(text) : text);
    if (fault) {
      const { code, pointer } = fault;
      onFault?.({ code, index, item_type: type, ...(pointer === undefined ? {} : { pointer }) });
    }
    index++;
  };

  for (const item of population(context)) {
    add(item);
    if (chunks.isFull) yield* chunks.take();
  }
  for (const item of conversation(history, () => planter.isDue, context)) {
    if (chunks.written + container.close.length >= size) break;
    add(item);
    if (chunks.isFull) yield* chunks.take();
  }
  chunks.add(container.close);
  yield* chunks.take(true);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
