import type { Files } from "../files/index.ts";
import type { ImportRecord } from "../store/index.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";

const block = 262_144;

/** The report of an import, block by block: JSON Lines of IssueRecord in the order of the file; nothing where there is no issue. Its file is open from the first block to the last, or until reading ends.
 *
 * @throws ImportError `import_state` while its analysis is not over; reading rejects with a FilesError */
export function readReport(
  { files }: Pick<Imports, "files">,
  { id, result, report }: Pick<ImportRecord, "id" | "result" | "report">,
): AsyncGenerator<Uint8Array> {
  if (result !== null) return blocksOf(files, report);
  throw new ImportError(
    "import_state",
    `The import "${id}" has no report: its file is not checked to the end.`,
    "Wait until it is.",
  );
}

async function* blocksOf(files: Files, report: string | null): AsyncGenerator<Uint8Array> {
  if (report === null) return;
  await using range = await files.open(report);
  for (let at = 0; at < range.size; at += block) yield await range.read(at, block);
}
