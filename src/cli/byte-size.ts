import { InvalidArgumentError } from "commander";

const factors: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  tib: 1024 ** 4,
};

/** Reads a size such as `300MB`, `1.5 GiB` or `65536`, in bytes; MB are a million bytes, MiB 1,048,576. `range` names the least and the most for the one who gives another, in the same way. */
export function byteSize(least: string, most: string): (text: string) => number {
  const [from, to] = [parse(least)!, parse(most)!];
  return (text) => {
    const size = parse(text);
    if (size !== undefined && size >= from && size <= to) return size;
    throw new InvalidArgumentError(
      `Give a size from ${least} to ${most}, in bytes or with such a unit.`,
    );
  };
}

function parse(text: string): number | undefined {
  const [, digits, unit] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim()) ?? [];
  const factor = factors[unit?.toLowerCase() ?? "?"];
  if (digits === undefined || factor === undefined) return undefined;
  return Math.floor(Number(digits) * factor);
}
