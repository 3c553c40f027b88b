import type { Files } from "../files/index.ts";
import type { ImportRecord } from "../store/index.ts";
import type { Imports } from "./imports.ts";
import { mustBeChecked } from "./must-be-checked.ts";

const block = 262_144;

/** The report of an import, block by block: JSON Lines of IssueRecord in the order of the file; nothing where there is no issue. Its file is open from the first block to the last, or until reading ends.
 *
 * @throws ImportError `import_state` while its analysis is not over, or where it failed; reading rejects with a FilesError */
export function readReport(
  { files }: Pick<Imports, "files">,
  record: Pick<ImportRecord, "id" | "state" | "result" | "report" | "failure">,
): AsyncGenerator<Uint8Array> {
  mustBeChecked(record, true);
  return blocksOf(files, record.report);
}

async function* blocksOf(files: Files, report: string | null): AsyncGenerator<Uint8Array> {
  if (report === null) return;
  await using range = await files.open(report);
  for (let at = 0; at < range.size; at += block) yield await range.read(at, block);
}
