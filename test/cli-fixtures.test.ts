import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { caseFlags, cases } from "../fixtures/cases.ts";
import type { IssueRecord } from "../src/analyse/index.ts";
import { runCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

interface Summary {
  readonly valid: boolean;
  readonly stats: Readonly<Record<string, number>>;
  readonly issues: { readonly errors: number; readonly withheld: number };
  readonly report: string;
}

/** A process for each takes a while, so they run side by side, in shares. */
const shares = 8;

for (let share = 0; share < shares; share++) {
  const mine = cases.filter((_, at) => at % shares === share);
  test.concurrent(`the command line says what the fixtures expect, share ${share + 1} of ${shares}`, async () => {
    for (const fixture of mine) {
      using folder = tempFolder();
      const words = ["validate", fixture.input, "--format", "json", "--data", folder.path];
      const ran = await runCli([...words, ...caseFlags(fixture)]);
      const { valid, stats, issues, report } = JSON.parse(ran.stdout) as Summary;
      const lines = readFileSync(report, "utf8").split("\n").slice(0, -1);
      const records = lines.map((line) => JSON.parse(line) as IssueRecord);
      const places = records.map(({ code, index, line, column, pointer, id }) => ({
        code,
        index,
        line,
        column,
        pointer,
        id,
      }));
      const expected = fixture.issues.map(({ code, index, line, column, pointer, id }) => ({
        code,
        index,
        line,
        column,
        pointer,
        id,
      }));
      const count = Object.entries(stats).filter(([, items]) => items > 0);
      expect({ name: fixture.name, places }).toEqual({ name: fixture.name, places: expected });
      expect({ name: fixture.name, withheld: issues.withheld }).toEqual({
        name: fixture.name,
        withheld: fixture.withheld,
      });
      expect({ name: fixture.name, stats: Object.fromEntries(count) }).toEqual({
        name: fixture.name,
        stats: fixture.stats,
      });
      expect({ name: fixture.name, code: ran.code }).toEqual({
        name: fixture.name,
        code: valid ? 0 : 1,
      });
    }
  }, 240_000);
}
