// Runs benchmarks, keeps what they found in bench/results and writes docs/benchmarks.md. See that page.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { byteSize } from "../src/cli/byte-size.ts";
import { BenchFiles } from "./bench-files.ts";
import type { BenchResult } from "./benchmark.ts";
import { projectFile } from "./measure.ts";
import { allBenchmarks, benchmarksPage } from "./page.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "300MB" },
    rounds: { type: "string", default: "3" },
    long: { type: "boolean", default: false },
  },
});
const size = byteSize("1MB", "10GB")(values.size);
const rounds = Number(values.rounds);
const benchmarks = await allBenchmarks();
const unknown = positionals.filter((name) => !benchmarks.has(name));
if (unknown.length > 0 || !(rounds >= 1)) {
  throw new Error(`Give names among ${[...benchmarks.keys()].join(", ")}, and --rounds from 1.`);
}

for (const [name, benchmark] of benchmarks) {
  const run = values.long ? benchmark.long : benchmark.run;
  if (run === undefined || (positionals.length > 0 && !positionals.includes(name))) continue;
  console.error(`${benchmark.title} (${name})`);
  await using files = await BenchFiles.open();
  const figures = await run({ size, rounds, files });
  const result: BenchResult = {
    benchmark: name,
    long: values.long,
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
    machine: machine(),
    versions: `Node ${process.versions.node}, V8 ${process.versions.v8}, SQLite ${process.versions["sqlite"]}`,
    size,
    rounds,
    figures,
  };
  mkdirSync(projectFile("bench/results"), { recursive: true });
  const file = `bench/results/${name}${values.long ? "-long" : ""}.json`;
  writeFileSync(projectFile(file), `${JSON.stringify(result, undefined, 2)}\n`);
  writeFileSync(projectFile("docs/benchmarks.md"), await benchmarksPage());
  for (const { name, value, goal, reached } of figures) {
    console.log(`${reached === false ? "✗" : " "} ${name}: ${value}${goal ? ` (${goal})` : ""}`);
  }
}

function machine(): string {
  const all = cpus();
  const memory = `${Math.round(totalmem() / 1e9)} GB`;
  return `${all.length} cores of ${all[0]!.model.trim()}, ${memory}, Linux ${release()}`;
}
