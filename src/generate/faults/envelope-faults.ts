import { itemLimit } from "../../format/index.ts";
import { textOf } from "../text.ts";
import type { Fault } from "./fault.ts";
import { everyLeaf } from "./hosts.ts";

/** Envelopes that are none. */
export const envelopeFaults = {
  invalid_item_type: {
    hosts: everyLeaf,
    plant: (item, type, { random }) => {
      const wrong = random.pick([`${type}s`, type.toUpperCase(), "foobar", "poll_vote"]);
      return { element: (envelope) => ({ type: wrong, [envelope]: item }), pointer: "/type" };
    },
  },
  not_an_object: {
    hosts: everyLeaf,
    startless: true,
    plant: (_item, type, { random }) => {
      if (random.chance(0.5)) {
        const value = random.pick([42, "ana", null, true, [1, 2], []]);
        return { element: () => value, pointer: "" };
      }
      const value = random.pick([42, "ana", false, ["ana"]]);
      return { element: (envelope) => ({ type, [envelope]: value }) };
    },
  },
  item_and_data: {
    hosts: everyLeaf,
    plant: (item, type) => ({ element: () => ({ type, item, data: item }), pointer: "/data" }),
  },
  item_too_large: {
    hosts: { message: "leaf" },
    // A megabyte each: at most one in twenty of the file's bytes.
    plant: (item, _type, { random, written, times }) => {
      if (written < 20 * itemLimit * (times + 1)) return;
      const paragraph = `${textOf(random, 1000)} `;
      const html = paragraph.repeat(Math.ceil(itemLimit / paragraph.length));
      return { item: { ...item, html }, pointer: "" };
    },
  },
} as const satisfies Record<string, Fault>;
