import { createHash } from "node:crypto";
import { basename, join, resolve } from "node:path";

/** Most bytes of a name, so that what stands around it still fits what file systems take. */
const longestName = 180;

/** Where the report on files goes unless `--report` says otherwise: `reports/NAME-HASH.issues.jsonl` in the folder of the store. NAME is that of the first file, with how many more there are; HASH is the start of the SHA-256 of all their absolute paths, one a line, so that files of one name in different folders keep reports of their own. */
export function reportPath(data: string, files: readonly string[]): string {
  const [first = "", ...others] = files;
  const more = others.length > 0 ? `+${others.length}` : "";
  const name = first === "-" ? "stdin" : clip(basename(first));
  const paths = files.map((file) => (file === "-" ? file : resolve(file))).join("\n");
  const hash = createHash("sha256").update(paths).digest("hex").slice(0, 8);
  return join(data, "reports", `${name}${more}-${hash}.issues.jsonl`);
}

function clip(name: string): string {
  return Buffer.from(name)
    .subarray(0, longestName)
    .toString()
    .replace(/\ufffd+$/, "");
}
