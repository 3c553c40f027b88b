import { parseTime } from "../../format/index.ts";

/** The time, canonical. */
export function now(): string {
  return parseTime(new Date().toISOString())!;
}
