import { explanations, hint, type Issue, type IssueCode, sentence } from "../format/index.ts";
import type { BlockCache } from "./block-cache.ts";
import { free } from "./free.ts";
import { locate, movePlace, type TextPlace } from "./locate.ts";
import type { ReportPart, ReportTask } from "./report-chunk.ts";

/** How many issues of one item quote it; a list of 100,000 wrong entries must not quote itself as often. */
const quotesOfItem = 100;

/** About how many bytes of lines a part holds. */
const partSize = 131_072;

/** How many bytes a character of a string takes at most. */
const bytesOfUnit = 3;

/** An element that issues are about. */
export interface ReportedElement {
  readonly index: number;
  /** Its first byte. */
  readonly start: number;
  /** Where it is wrong, where that is not its beginning. */
  readonly at?: number;
  readonly type: string | null;
  readonly id: string | null;
  /** It, or its item, as JSON; null where it is not quoted so. */
  readonly item: string | null;
  /** The beginning of its text, where that is quoted. */
  readonly text: string | null;
}

/** Writes issues as JSON Lines of {@link IssueRecord}, in the order of the file, until they make a part. Lines are put together from text, not from records: what all issues of an item have in common, the item above all, is written as JSON once. */
export class ReportLines implements Disposable {
  /** Counted in the next part. */
  withheld = 0;
  readonly #source: BlockCache;
  readonly #file: string;
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(partSize * 2);
  #length = 0;
  #byCode: Partial<Record<IssueCode, number>> = {};
  /** The element that issues are about begins here, and up to there lines and columns have been counted. */
  #start: number;
  #place: TextPlace;
  #head = "";
  #id = "";
  #quotation = "";
  #quotes = 0;

  constructor(source: BlockCache, { name, chunk, place }: ReportTask) {
    this.#source = source;
    this.#file = JSON.stringify(name);
    this.#start = chunk.start!.offset;
    this.#place = place;
  }

  /** Goes on to an element, which does not begin before the last one: the next issues are about it. */
  async goTo(element: ReportedElement): Promise<void> {
    const { index, start, at = start, type, id, item, text } = element;
    // Waiting, even for nothing, takes longer than the rest of this.
    const between = this.#source.held(this.#start, start);
    this.#place = between
      ? movePlace(this.#place, between)
      : await locate(this.#source, this.#start, start, this.#place);
    this.#start = start;
    const { line, column } =
      at === start ? this.#place : await locate(this.#source, start, at, this.#place);
    const place = `"index":${index},"offset":${at},"line":${line},"column":${column}`;
    this.#head = `"item_type":${JSON.stringify(type)},"file":${this.#file},${place}`;
    this.#id = JSON.stringify(id);
    this.#quotation = `"item":${item},"item_text":${JSON.stringify(text)}`;
    this.#quotes = 0;
  }

  /** Writes an issue of the element. `known` is what a reference was perhaps meant to be. */
  add(issue: Issue, known?: string): void {
    const { code } = issue;
    const { severity } = explanations[code];
    const message = JSON.stringify(sentence(issue));
    const pointer = JSON.stringify(issue.pointer);
    const quoted = this.#quotes++ < quotesOfItem;
    const quotation = quoted ? this.#quotation : '"item":null,"item_text":null';
    const about = `"pointer":${pointer},"id":${this.#id},${quotation}`;
    const mend = JSON.stringify(hint(issue, known));
    this.#write(
      `{"code":"${code}","message":${message},"severity":"${severity}",${this.#head},${about},"hint":${mend}}\n`,
    );
    this.#byCode[code] = (this.#byCode[code] ?? 0) + 1;
  }

  /** Whether there is enough for a part. */
  get full(): boolean {
    return this.#length > partSize;
  }

  /** Gives what was written since the last time. */
  take(): ReportPart {
    const lines = this.#bytes.slice(0, this.#length);
    const part = { lines, byCode: this.#byCode, withheld: this.withheld };
    this.#length = 0;
    this.#byCode = {};
    this.withheld = 0;
    return part;
  }

  [Symbol.dispose](): void {
    free(this.#bytes);
  }

  #write(line: string): void {
    const needed = this.#length + line.length * bytesOfUnit;
    if (needed > this.#bytes.length) {
      const bigger = new Uint8Array(needed * 2);
      bigger.set(this.#bytes.subarray(0, this.#length));
      free(this.#bytes);
      this.#bytes = bigger;
    }
    this.#length += this.#encoder.encodeInto(line, this.#bytes.subarray(this.#length)).written;
  }
}
