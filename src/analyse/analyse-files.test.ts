import {
  appendFileSync,
  mkdtempDisposableSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caseNow } from "../../fixtures/cases.ts";
import { defaultCheckOptions, parseTime } from "../format/index.ts";
import { generate } from "../generate/index.ts";
import { analyseFiles } from "./analyse-files.ts";
import type { IssueRecord } from "./issue-record.ts";
import { openSource } from "./source.ts";

const line = (n: number) => `{"type":"user","item":{"id":"u${n}","note":"${"x".repeat(900)}"}}\n`;
const lines = Array.from({ length: 8000 }, (_, n) => line(n)).join("");

describe("a file that changes while it is read is refused, when it", () => {
  test.for([
    ["grows", (path: string) => appendFileSync(path, line(-1))],
    ["is cut short", (path: string) => truncateSync(path, 1_000_000)],
    ["is emptied", (path: string) => truncateSync(path)],
    ["is written anew", (path: string) => writeFileSync(path, lines)],
  ] as const)("%s", async ([, change]) => {
    using folder = mkdtempDisposableSync(join(tmpdir(), "changing-"));
    for (const threads of [0, 2]) {
      const path = join(folder.path, "import.jsonl");
      writeFileSync(path, lines);
      await using source = await openSource(path);
      let changed = false;
      const analysis = analyseFiles([source], {
        check: defaultCheckOptions(caseNow),
        report: () => Promise.resolve(),
        onProgress: () => {
          if (!changed) change(path);
          changed = true;
        },
        threads,
      });
      await expect(analysis).rejects.toMatchObject({ name: "SourceError", code: "changed" });
    }
  });
});

test("a file that another takes the place of is read to its end", async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), "changing-"));
  const path = join(folder.path, "import.jsonl");
  writeFileSync(path, lines);
  await using source = await openSource(path);
  writeFileSync(`${path}~`, "[]");
  const { elements } = await analyseFiles([source], {
    check: defaultCheckOptions(caseNow),
    report: () => Promise.resolve(),
    onProgress: () => {
      try {
        renameSync(`${path}~`, path);
      } catch {
        // It has been done.
      }
    },
    threads: 0,
  });
  expect(elements).toBe(8000);
});

test("every planted fault is found, and nothing else, by threads whose keys do not fit into memory", async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), "planted-"));
  const path = join(folder.path, "import.json");
  const planted: string[] = [];
  const chunks = generate({
    size: 8_000_000,
    seed: 3,
    container: "array",
    faults: { share: 0.02 },
    onFault: ({ index, code }) => planted.push(`${index} ${code}`),
  });
  writeFileSync(path, Buffer.concat([...chunks]));
  await using source = await openSource(path);
  const found: string[] = [];
  const analysis = await analyseFiles([source], {
    check: defaultCheckOptions(parseTime(new Date().toISOString())!),
    report: (bytes) => {
      for (const text of new TextDecoder().decode(bytes).trimEnd().split("\n")) {
        const { index, code } = JSON.parse(text) as IssueRecord;
        found.push(`${index} ${code}`);
      }
      return Promise.resolve();
    },
    chunk: 300_000,
    memory: 400_000,
    threads: 3,
  });
  expect(found).toEqual(planted);
  expect(analysis.issues.errors + analysis.issues.warnings).toBe(planted.length);
});
