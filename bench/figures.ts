import type { Figure } from "./benchmark.ts";

/** A number of something, with its unit. */
export function shown(name: string, value: number, unit: Unit): Figure {
  return { name, value: written(value, unit) };
}

/** The same, to be at most, or at least, what the goal says in the same unit. */
export function against(
  name: string,
  value: number,
  unit: Unit,
  goal: { readonly most: number } | { readonly least: number },
): Figure {
  const reached = "most" in goal ? value <= goal.most : value >= goal.least;
  const [words, bound] = "most" in goal ? ["at most", goal.most] : ["at least", goal.least];
  return { ...shown(name, value, unit), goal: `${words} ${written(bound, unit)}`, reached };
}

/** `s` and `ms` are given in milliseconds, `MB` in bytes, `MB/s` in bytes per millisecond, `per second` as that. */
export type Unit = "x" | "s" | "ms" | "MB" | "MB/s" | "per second" | "";

function written(value: number, unit: Unit): string {
  switch (unit) {
    case "x":
      return `${value.toFixed(2)}x`;
    case "s":
      return `${(value / 1000).toFixed(2)} s`;
    case "ms":
      return `${value.toFixed(2)} ms`;
    case "MB":
      return `${rounded(value / 1e6)} MB`;
    case "MB/s":
      return `${rounded(value / 1e3)} MB/s`;
    case "per second":
      return `${rounded(value)} per second`;
    case "":
      return rounded(value);
  }
}

function rounded(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
