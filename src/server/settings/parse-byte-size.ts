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

/** Reads a size such as `300MB`, `1.5 GiB` or `65536`, in bytes; MB are a million bytes, MiB 1,048,576. Undefined when it is none. */
export function parseByteSize(text: string): number | undefined {
  const [, digits, unit] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim()) ?? [];
  const factor = factors[unit?.toLowerCase() ?? "?"];
  if (digits === undefined || factor === undefined) return undefined;
  return Math.floor(Number(digits) * factor);
}

/** Writes a size as {@link parseByteSize} reads it, with the largest decimal unit that leaves a whole number. */
export function byteSizeText(size: number): string {
  for (const unit of size > 0 ? ["tb", "gb", "mb", "kb"] : []) {
    const units = size / factors[unit]!;
    if (Number.isInteger(units)) return `${units}${unit.toUpperCase()}`;
  }
  return String(size);
}
