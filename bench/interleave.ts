import type { Usage } from "./measure.ts";

/** Runs each in turn, as often as `rounds` says, and gives the median of each number: what else the machine does meets all of them alike. */
export async function interleave<T extends string>(
  runs: Readonly<Record<T, () => Promise<Usage>>>,
  rounds: number,
): Promise<Record<T, Usage>> {
  const names = Object.keys(runs) as T[];
  const taken = new Map<T, Usage[]>(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const name of names) {
      const usage = await runs[name]();
      taken.get(name)!.push(usage);
      console.error(
        `  ${round}/${rounds} ${name}: ${(usage.cpu / 1000).toFixed(2)} s CPU, ${(usage.wall / 1000).toFixed(2)} s, ${Math.round(usage.peak / 1e6)} MB`,
      );
    }
  }
  const entries = names.map((name) => [name, medians(taken.get(name)!)] as const);
  return Object.fromEntries(entries) as Record<T, Usage>;
}

function medians(usages: readonly Usage[]): Usage {
  const median = (field: "wall" | "cpu" | "peak") => {
    const sorted = usages.map((usage) => usage[field]).sort((a, b) => a - b);
    return sorted[sorted.length >> 1]!;
  };
  return {
    wall: median("wall"),
    cpu: median("cpu"),
    peak: median("peak"),
    stdout: usages[0]!.stdout,
  };
}
