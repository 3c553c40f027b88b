import type { BenchFiles } from "./bench-files.ts";

/** One line of a benchmark's table. */
export interface Figure {
  readonly name: string;
  /** What was measured, with its unit. */
  readonly value: string;
  /** What is to be reached, and whether it was. */
  readonly goal?: string;
  readonly reached?: boolean;
}

/** What benchmarks are run with. */
export interface BenchOptions {
  /** Size of the generated files, in bytes. */
  readonly size: number;
  /** How often each run is repeated, in turn with the others. */
  readonly rounds: number;
  readonly files: BenchFiles;
}

/** A benchmark: a file of bench/benchmarks, named like the file. */
export interface Benchmark {
  readonly title: string;
  /** What is measured and how, in Markdown. */
  readonly about: string;
  readonly run?: (options: BenchOptions) => Promise<readonly Figure[]>;
  /** What takes too long to be run each time, and at sizes of its own. */
  readonly long?: (options: BenchOptions) => Promise<readonly Figure[]>;
}

/** What a benchmark found the last time; kept in bench/results. */
export interface BenchResult {
  readonly benchmark: string;
  readonly long: boolean;
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly versions: string;
  readonly size: number;
  readonly rounds: number;
  readonly figures: readonly Figure[];
}
