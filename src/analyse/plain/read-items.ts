import { addItem, refer, setLooking } from "./add-item";
import { newline, notPlain, setLines, skipSpace } from "./json";
import { Finding, finding, readElement } from "./read-element";
import { anyMissing, refersToMissing, setOrdinal } from "./records";

/** Reads elements from `from` on, as long as they are plain (while reporting: right as well) and begin before `before`, and adds what they define and refer to. `separator` stands behind each; 0 for one element, whatever is behind it. Gives where the first one begins that was not read, or where the one ends. The elements are counted from `ordinal` on; {@link elementsRead} tells how many there are. */
export function readItems(
  from: usize,
  before: usize,
  separator: u32,
  longest: usize,
  ordinal: u32,
): usize {
  const lines = separator == newline;
  setLines(lines);
  read = 0;
  let start = from;
  while (start < before) {
    let i = readElement(start);
    if (i == notPlain) break;
    if (separator != 0) {
      if (!lines && i - start > longest) break;
      i = skipSpace(i);
      if (load<u8>(i) != separator || (lines && i - start > longest)) break;
    }
    if (reporting) {
      if (ordinal + read == flagged || finding == Finding.broken) break;
      if (anyMissing()) {
        refer();
        if (refersToMissing()) break;
      }
    } else {
      setOrdinal(ordinal + read);
      addItem(finding == Finding.broken);
    }
    read++;
    if (separator == 0) return i;
    start = lines ? i + 1 : skipSpace(i + 1);
  }
  return start;
}

let read: u32 = 0;

/** Whether items are only passed over that have nothing to report: they refer to no missing key, and are not the one of this ordinal. */
let reporting: bool = false;
let flagged: u32 = 0;

export function setReporting(value: bool): void {
  reporting = value;
  setLooking(value);
}

/** Has reading stop before an element, by its ordinal. */
export function stopBefore(ordinal: u32): void {
  flagged = ordinal;
}

export function elementsRead(): u32 {
  return read;
}
