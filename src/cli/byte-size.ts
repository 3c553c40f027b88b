import { InvalidArgumentError } from "commander";
import { parseByteSize } from "../server/settings/index.ts";

/** Reads a size such as `300MB`, `1.5 GiB` or `65536`, in bytes, see {@link parseByteSize}. `range` names the least and the most for the one who gives another, in the same way. */
export function byteSize(least: string, most: string): (text: string) => number {
  const [from, to] = [parseByteSize(least)!, parseByteSize(most)!];
  return (text) => {
    const size = parseByteSize(text);
    if (size !== undefined && size >= from && size <= to) return size;
    throw new InvalidArgumentError(
      `Give a size from ${least} to ${most}, in bytes or with such a unit.`,
    );
  };
}
