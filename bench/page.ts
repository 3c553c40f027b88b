import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark, BenchResult, Figure } from "./benchmark.ts";

const here = import.meta.dirname;

const intro = `# Benchmarks

Generated from bench/results by \`npm run bench\`; every table is the last run of its benchmark.

To repeat: \`npm run bench\` runs all, \`npm run bench -- analysis load\` those named, \`--size 30MB\` on smaller files, \`--rounds 5\` more often; \`npm run bench -- --long\` runs what takes long, on files of gigabytes, and needs about 20 GB in the temporary folder (\`TMPDIR\`). Any Linux with Node will do. Files are generated, so that they are the same everywhere. Runs that are compared take turns (A B A B ...), and of each the median counts.

`;

/** The benchmarks, by name, in the order of the page. */
export async function allBenchmarks(): Promise<Map<string, Benchmark>> {
  const names = readdirSync(join(here, "benchmarks")).map((file) => file.replace(/\.ts$/, ""));
  const loaded = names.sort().map(async (name) => {
    const { benchmark } = (await import(`./benchmarks/${name}.ts`)) as { benchmark: Benchmark };
    return [name, benchmark] as const;
  });
  return new Map(await Promise.all(loaded));
}

/** docs/benchmarks.md, from what the benchmarks found the last time. */
export async function benchmarksPage(): Promise<string> {
  const sections: string[] = [];
  for (const [name, { title, about }] of await allBenchmarks()) {
    const results = [name, `${name}-long`].flatMap(readResult);
    if (results.length > 0)
      sections.push(`## ${title}\n\n${about}\n\n${results.map(run).join("\n")}`);
  }
  return `${intro}${sections.join("\n")}`;
}

function readResult(name: string): BenchResult[] {
  const file = join(here, "results", `${name}.json`);
  return existsSync(file) ? [JSON.parse(readFileSync(file, "utf8")) as BenchResult] : [];
}

function run({
  long,
  date,
  commit,
  machine,
  versions,
  size,
  rounds,
  figures,
}: BenchResult): string {
  const how = long ? "The long run, once" : `Files of ${size / 1e6} MB, ${rounds} rounds`;
  const rows = figures.map(row).join("");
  return `${how}; ${date}, commit ${commit}, ${versions}, ${machine}.\n\n| | measured | goal | |\n|---|---|---|---|\n${rows}`;
}

function row({ name, value, goal = "", reached }: Figure): string {
  const verdict = reached === undefined ? "" : reached ? "reached" : "**missed**";
  return `| ${name} | ${value} | ${goal} | ${verdict} |\n`;
}
