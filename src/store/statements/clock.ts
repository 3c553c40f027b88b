import type { Steps } from "./step.ts";

/** The time in milliseconds since 1970, by the clock that all who share the database share. */
export function* clock(): Steps<number> {
  const [row] = yield { clock: true };
  return row!["time"] as number;
}
