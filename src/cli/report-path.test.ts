import { basename } from "node:path";
import { expect, test } from "vitest";
import { reportPath } from "./report-path.ts";

test("a report is named after the first file, and apart from those of other folders", () => {
  const [one, other] = ["a/export.json", "b/export.json"].map((file) => reportPath("data", [file]));
  expect(one).toMatch(/^data\/reports\/export\.json-[0-9a-f]{8}\.issues\.jsonl$/);
  expect(other).not.toBe(one);
  expect(reportPath("data", ["-"])).toContain("reports/stdin-");
  expect(reportPath("data", ["a", "b", "c"])).toContain("reports/a+2-");
});

test("a name as long as file systems take leaves room for what is put behind it", () => {
  for (const name of ["n".repeat(255), "é".repeat(127), `${"n".repeat(179)}😀${"n".repeat(60)}`]) {
    const report = basename(reportPath("data", [name]));
    expect(Buffer.byteLength(report)).toBeLessThan(220);
    expect(report).not.toContain("\ufffd");
  }
});
