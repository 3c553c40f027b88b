import type { IssueRecord } from "../analyse/index.ts";
import { type IssueCode, parseJson } from "../format/index.ts";
import type { ImportRecord } from "../store/index.ts";
import { ImportError } from "./import-error.ts";
import { resultOf } from "./import-result.ts";
import type { Imports } from "./imports.ts";
import { mustBeChecked } from "./must-be-checked.ts";

/** Which issues of an import are asked for. */
export interface IssueQuery {
  readonly code?: IssueCode;
  /** The item type that the envelope names. */
  readonly type?: string;
  /** 1 to 1,000. Default: 100. */
  readonly limit?: number;
  /** `next` of the page before. Default: the first page. */
  readonly cursor?: string;
}

/** A page of issues. */
export interface IssuePage {
  /** In the order of the file. */
  readonly issues: readonly IssueRecord[];
  /** The cursor of the next page; null when this is the last one. */
  readonly next: string | null;
}

const block = 262_144;

/** A page ends when its issues take so many bytes, whatever its limit. */
const pageBytes = 4 * 1_048_576;

/** Reads issues from the report of an import, in the order of the file; none where it has no report. The cursor is the byte of the report at which reading goes on.
 *
 * @throws ImportError `invalid_cursor`, `invalid_limit`, `import_state` where its analysis failed; FilesError */
export async function readIssues(
  { files }: Pick<Imports, "files">,
  record: Pick<ImportRecord, "id" | "state" | "report" | "result" | "failure">,
  { code, type, limit = 100, cursor = "0" }: IssueQuery = {},
): Promise<IssuePage> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new ImportError("invalid_limit", `The limit is ${limit}.`, "Give 1 to 1000.");
  }
  if (!/^\d{1,15}$/.test(cursor)) {
    throw new ImportError("invalid_cursor", "The cursor is none.", "Give `next` of a page before.");
  }
  mustBeChecked(record);
  const none = { issues: [], next: null };
  if (record.report === null) return none;
  if (code !== undefined && !resultOf(record)?.issues.by_code[code]) return none;
  await using report = await files.open(record.report);
  const issues: IssueRecord[] = [];
  let left = Buffer.alloc(0);
  let bytes = 0;
  let at = Number(cursor);
  // Every line begins with its code: lines of others are passed over without being parsed.
  const prefix = Buffer.from(code === undefined ? "{" : `{"code":"${code}"`);
  for (let end = at; end < report.size;) {
    const read = await report.read(end, block);
    end += read.length;
    const text = Buffer.concat([left, read]);
    let start = 0;
    for (let stop = text.indexOf(10); stop >= 0; stop = text.indexOf(10, start)) {
      const line = text.subarray(start, stop);
      const issue = line.subarray(0, prefix.length).equals(prefix) ? parseLine(line) : undefined;
      if (issue !== undefined && (type === undefined || issue.item_type === type)) {
        if (issues.length === limit || bytes > pageBytes) return { issues, next: String(at) };
        issues.push(issue);
        bytes += line.length;
      }
      at += stop + 1 - start;
      start = stop + 1;
    }
    left = text.subarray(start);
  }
  return { issues, next: null };
}

function parseLine(line: Buffer): IssueRecord {
  try {
    return parseJson(line.toString()) as IssueRecord;
  } catch (error) {
    throw new ImportError(
      "invalid_cursor",
      "The cursor does not stand where an issue begins.",
      "Give `next` of a page before.",
      error,
    );
  }
}
