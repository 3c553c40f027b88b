import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Benchmark, Figure } from "../benchmark.ts";
import { shown } from "../figures.ts";
import { projectFile } from "../measure.ts";

/** The tests that take longer than two minutes. */
export const benchmark: Benchmark = {
  title: "The long tests",
  about:
    "`npm run test:long`: the tests that take too long to be run each time, with their time by the clock.",
  async long({ files }) {
    const output = files.unused();
    const vitest = projectFile("node_modules/vitest/vitest.mjs");
    const words = ["run", "--mode", "long", "--reporter=json", `--outputFile=${output}`];
    const tests = spawn(process.execPath, [vitest, ...words], {
      cwd: projectFile("."),
      stdio: ["ignore", "ignore", "inherit"],
    });
    await new Promise((resolve) => tests.on("close", resolve));
    const { testResults } = JSON.parse(await readFile(output, "utf8")) as TestRun;
    return testResults.flatMap(({ assertionResults }) => assertionResults.map(figure));
  },
};

/** What of Vitest's report is used. */
interface TestRun {
  readonly testResults: readonly { readonly assertionResults: readonly TestResult[] }[];
}

interface TestResult {
  readonly fullName: string;
  readonly status: string;
  /** Milliseconds. */
  readonly duration?: number;
}

function figure({ fullName, status, duration = 0 }: TestResult): Figure {
  return { ...shown(fullName, duration, "s"), goal: "passes", reached: status === "passed" };
}
