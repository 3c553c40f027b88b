/** The bytes from the first up to, and not with, the last. */
export interface AskedRange {
  readonly from: number;
  readonly to: number;
}

/** Reads the header Range for so many bytes: undefined where the whole is meant, as it also is by several ranges and by units that are not bytes; null where nothing of it is there. Source: RFC 9110 section 14. */
export function askedRange(header: string | null, size: number): AskedRange | undefined | null {
  const [, first = "", last = ""] =
    /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "")
    return last === "0" ? null : { from: Math.max(0, size - Number(last)), to: size };
  const to = last === "" ? size : Math.min(size, Number(last) + 1);
  if (last !== "" && Number(last) < Number(first)) return undefined;
  return Number(first) < size ? { from: Number(first), to } : null;
}
