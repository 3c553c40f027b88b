import { pointerTo } from "../../format/index.ts";
import type { Fault } from "./fault.ts";
import { everyItem, everyLeaf } from "./hosts.ts";

const encoder = new TextEncoder();

/** What is no value in JSON. */
const wrongValues = [
  "NaN",
  "Infinity",
  "undefined",
  "True",
  "tru",
  "+1",
  "01",
  "1.",
  ".5",
  "1e",
  "0x1F",
  "'x'",
  "x",
  "",
  '"a\tb"',
  '"\\x41"',
  '"\\u12G4"',
  '"not closed',
  "/* none */ 1",
  "1 2",
  "[1,]",
  "[1 2]",
  '{"a":1,}',
  '{"a" 1}',
  "{a:1}",
];

/** Ways to break the text of an element, so that reading goes on at the next one. */
const breaks: readonly ((text: string) => string)[] = [
  ...wrongValues.map((value) => (text: string) => withField(text, `"wrong":${value},`)),
  (text) => withField(text, ","),
  (text) => `${text.slice(0, -1)},}`,
  (text) => text.slice(0, -1),
  (text) => `${text.slice(0, -1)}]`,
  (text) => text.replace(",", " "),
  (text) => text.replace(":", " "),
  (text) => text.replace(",", ",,"),
  (text) => text.replace('"type"', "'type'"),
  (text) => text.replace('"type"', "type"),
  (text) => text.slice(0, itemStart(text)) + '"note":"the rest was lo',
];

/** Bytes that are no UTF-8: Latin-1, a byte that never occurs, a cut character, an overlong one, a surrogate. */
const wrongBytes = [[0xe9], [0xff], [0xe2, 0x82], [0xc0, 0x80], [0xed, 0xa0, 0x80]];

/** Text that is no JSON, or no text. */
export const textFaults = {
  malformed_json: {
    hosts: everyLeaf,
    startless: true,
    plant: (_item, _type, { random }) => ({ edit: random.pick(breaks) }),
  },
  duplicate_key: {
    hosts: everyItem,
    // The value that stands last, which programs keep, is the right one.
    plant: (item, type, { random }) => {
      if (random.chance(0.2)) {
        return { edit: (text) => withField(text, `"type":"${type}",`, 1), pointer: "/type" };
      }
      const [name, given] = random.pick(Object.entries(item).filter(([, value]) => value != null));
      const written = random.chance(0.1) ? withEscape(name) : JSON.stringify(name);
      const value = random.pick([JSON.stringify(given), '"another"', "null", "[]"]);
      return {
        edit: (text) => withField(text, `${written}:${value},`),
        pointer: pointerTo("", name),
      };
    },
  },
  invalid_utf8: {
    hosts: everyLeaf,
    plant: (_item, _type, { random }) => {
      const bytes = random.pick(wrongBytes);
      return {
        edit: (text) => {
          const at = itemStart(text);
          return Uint8Array.of(
            ...encoder.encode(`${text.slice(0, at)}"note":"caf`),
            ...bytes,
            ...encoder.encode(`",${text.slice(at)}`),
          );
        },
      };
    },
  },
} as const satisfies Record<string, Fault>;

/** Puts a field in front of those of the item, or of what begins elsewhere. */
function withField(text: string, field: string, at = itemStart(text)): string {
  return text.slice(0, at) + field + text.slice(at);
}

/** A name whose first letter is written as an escape. */
function withEscape(name: string): string {
  return `"\\u${name.charCodeAt(0).toString(16).padStart(4, "0")}${JSON.stringify(name).slice(2)}`;
}

/** Behind the brace that opens the item. */
function itemStart(text: string): number {
  return text.indexOf("{", 1) + 1;
}
