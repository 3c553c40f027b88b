import type { RateLimits, RateWindow } from "./rate-limits.ts";

const minute = 60_000;

/** Names that are counted by themselves in one window, so that many addresses do not fill the memory; those that come after share one count. */
const most = 100_000;

/** {@link RateLimits} in the memory of this process.
 *
 * @param clock milliseconds since 1970 */
export function memoryRateLimits(clock: () => number = Date.now): RateLimits {
  let window = 0;
  const counts = new Map<string, number>();
  return {
    take(name, limit): RateWindow {
      const now = Math.floor(clock() / minute);
      if (now !== window) counts.clear();
      window = now;
      const counted = counts.has(name) || counts.size < most ? name : "others";
      const count = (counts.get(counted) ?? 0) + 1;
      counts.set(counted, count);
      return {
        allowed: count <= limit,
        limit,
        remaining: Math.max(0, limit - count),
        reset: ((window + 1) * minute) / 1000,
      };
    },
  };
}
