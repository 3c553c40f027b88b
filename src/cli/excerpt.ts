import { type IssueRecord, locateField, type Source } from "../analyse/index.ts";
import { printable } from "./printable.ts";

/** A piece of the line that an issue is about. */
export interface Excerpt {
  /** Where the field stands in the file, as editors count: line and column from 1, the column in code points. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** The part of the text that is wrong: first character and how many. */
  readonly from: number;
  readonly length: number;
}

const around = 65_536;
const widest = Math.min(100, (process.stdout.columns ?? 120) - 12);

/** Reads the piece of the file that an issue is about: the line of the field, cut to what fits the terminal, 100 characters at most. */
export async function excerpt(source: Source, issue: IssueRecord): Promise<Excerpt> {
  const start = Math.max(0, issue.offset - (issue.code === "malformed_json" ? widest : 0));
  const bytes = await source.read(start, around);
  const at = issue.offset - start;
  const field =
    issue.item_type === null
      ? { start: at, end: at + 1 }
      : (locateField(bytes.subarray(at), issue.pointer) ?? { start: 0, end: 1 });
  const offset = issue.item_type === null ? 0 : at;
  const text = new TextDecoder();
  const before = text.decode(bytes.subarray(0, offset + field.start));
  const value = text.decode(bytes.subarray(offset + field.start, offset + field.end));
  const after = text.decode(bytes.subarray(offset + field.end));
  const skipped = before.slice(text.decode(bytes.subarray(0, at)).length);
  const head = before.slice(before.lastIndexOf("\n") + 1);
  const marked = value.split("\n")[0]!;
  const tail = value.includes("\n") ? "" : after.split("\n")[0]!;
  const lines = skipped.split("\n");
  const passed = Array.from(lines.at(-1)!).length;
  const cutHead = head.length > widest / 2 ? `…${head.slice(-widest / 2)}` : head;
  const room = Math.max(10, widest - cutHead.length);
  const body = marked + tail;
  const line = body.length > room ? `${body.slice(0, room)}…` : body;
  return {
    line: issue.line + lines.length - 1,
    column: (lines.length === 1 ? issue.column : 1) + passed,
    text: printable(cutHead + line.trimEnd()),
    from: cutHead.length,
    length: Math.max(1, Math.min(marked.length, room)),
  };
}
