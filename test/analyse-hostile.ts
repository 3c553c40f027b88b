import type { IssueRecord, IssueTotals } from "../src/analyse/index.ts";
import { type HostileFile, writeHostile } from "./hostile-files.ts";
import { runMeasured } from "./measured.ts";
import { tempFolder } from "./temp-folder.ts";

/** What validate takes at most, however large and however wrong a file is. */
const memory = 300_000_000;

/** What validate says of a hostile file, and whether it stays within its memory. */
interface Verdict extends Required<Pick<HostileFile, "codes" | "users">> {
  readonly first: IssueRecord | undefined;
  readonly code: number | null;
  readonly stderr: string;
  readonly bounded: boolean;
}

/** Writes a hostile file and runs validate on it. */
export async function analyseHostile(file: HostileFile): Promise<Verdict> {
  using folder = tempFolder();
  const path = folder.file("hostile");
  await writeHostile(file, path);
  const words = ["validate", path, "--data", folder.path, "--format", "json"];
  const { stdout, stderr, code, peak } = await runMeasured(words);
  const { issues, first, stats } = JSON.parse(stdout) as {
    issues: IssueTotals;
    first: IssueRecord[];
    stats: Record<string, number>;
  };
  const users = stats["user"]!;
  const bounded = peak < memory;
  return { codes: issues.by_code, users, first: first[0], code, stderr, bounded };
}
