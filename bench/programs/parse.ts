// The least that an analysis can cost: reads a file in pieces of 64 KiB, cut between elements, decodes and parses them, and makes nothing of them. Words: the path, and how the elements are held together.
import { closeSync, openSync, readSync } from "node:fs";

const piece = 65_536;
const longest = 4_194_304;
const [path, container] = process.argv.slice(2) as [string, "array" | "pretty" | "lines"];
/** What stands between two elements, up to where the first ends, and from where the next begins. */
const between = { array: '},{"type":"', pretty: "\n  },\n  {", lines: "}\n{" }[container];
const end = between.indexOf("}") + 1;
const next = between.lastIndexOf("{");
const newline = 0x0a;
const comma = 0x2c;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const file = openSync(path, "r");
const buffer = Buffer.alloc(longest);
let elements = 0;
let held = 0;
for (let isFirst = true, isLast = false; !isLast; isFirst = false) {
  const read = readSync(file, buffer, held, piece, null);
  held += read;
  isLast = read === 0;
  const from = isFirst && container !== "lines" ? 1 : 0;
  const stop = isLast ? parseRest() : parseWhole(from);
  buffer.copyWithin(0, stop, held);
  held -= stop;
}
closeSync(file);
console.log(elements);

/** Parses the elements that have ended and gives where the next one begins. Custom data may look like an element, so that what does not parse is cut earlier. */
function parseWhole(from: number): number {
  for (let at = held; ; at--) {
    at = buffer.lastIndexOf(between, at);
    if (at < 0 || at + next > held) return 0;
    if (parse(from, at + end)) return at + next;
  }
}

function parseRest(): number {
  const close = container === "lines" ? held - 1 : buffer.lastIndexOf("]", held);
  if (!parse(0, close)) throw new Error(`the end of ${path} does not parse`);
  return held;
}

function parse(from: number, to: number): boolean {
  const bytes = buffer.subarray(from, to);
  if (container === "lines") {
    for (let i = bytes.indexOf(newline); i >= 0; i = bytes.indexOf(newline, i)) bytes[i] = comma;
  }
  try {
    elements += (JSON.parse(`[${decoder.decode(bytes)}]`) as unknown[]).length;
    return true;
  } catch {
    return false;
  }
}
