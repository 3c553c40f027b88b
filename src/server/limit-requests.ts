import { ApiError } from "./api-error.ts";
import type { Caller } from "./caller.ts";
import type { RateLimits, RateWindow } from "./rate-limits.ts";
import type { Route } from "./route.ts";
import type { Settings } from "./settings/index.ts";

/** Requests a minute of one user to one route. Source: http-api section 3. */
const userLimit = 60;

/** Counts a request of an address: over all routes, and to a route that has a limit of its own for addresses.
 *
 * @returns the window with the least left */
export function limitAddress(
  rates: RateLimits,
  address: string,
  { addressLimit }: Pick<Settings, "addressLimit">,
  { operation, addressRate }: Partial<Pick<Route, "operation" | "addressRate">>,
): RateWindow {
  const window = taken(rates, `address ${address}`, addressLimit);
  if (addressRate === undefined || !window.allowed) return window;
  return taken(rates, `address ${address} ${operation}`, addressRate);
}

/** Counts a request of a caller to a route: by key, and by user where it is one.
 *
 * @returns the window with the least left */
export function limitCaller(
  rates: RateLimits,
  caller: Caller,
  { operation, rate }: Pick<Route, "operation" | "rate">,
  { rateLimit }: Pick<Settings, "rateLimit">,
): RateWindow {
  const limit = (perMinute: number) => Math.ceil(perMinute * rateLimit);
  const windows = [taken(rates, `key ${caller.key} ${operation}`, limit(rate))];
  if (caller.kind === "user") {
    const name = `user ${caller.app} ${operation} ${caller.userId}`;
    windows.push(taken(rates, name, limit(userLimit)));
  }
  const refusing = windows.find(({ allowed }) => !allowed);
  return refusing ?? windows.reduce((a, b) => (b.remaining < a.remaining ? b : a));
}

/** The error where a window is full. */
export function overLimit({ reset, limit }: RateWindow): ApiError {
  const seconds = Math.max(1, Math.ceil(reset - Date.now() / 1000));
  return new ApiError(
    "rate_limited",
    `More than ${limit} requests came in this minute.`,
    `Wait ${seconds} seconds.`,
    { headers: { "Retry-After": String(seconds) } },
  );
}

function taken(rates: RateLimits, name: string, limit: number): RateWindow {
  // 0 is no limit.
  return rates.take(name, limit === 0 ? Number.MAX_SAFE_INTEGER : limit);
}
