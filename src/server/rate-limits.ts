/** How much is left of a limit in the present window. */
export interface RateWindow {
  readonly allowed: boolean;
  /** Requests in a window. */
  readonly limit: number;
  readonly remaining: number;
  /** When the next window begins, in Unix seconds. */
  readonly reset: number;
}

/** Counts requests in windows of a minute. */
export interface RateLimits {
  /** Counts a request.
   *
   * @param name what the limit is of: a key and a route, a user, an address
   * @param limit requests in a window */
  take(name: string, limit: number): RateWindow;
}
