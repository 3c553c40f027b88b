import { overLimit } from "../limit-requests.ts";
import type { RateLimits } from "../rate-limits.ts";

/** Tries a minute to sign in with one address, from wherever they come. */
const most = 30;

/** Counts a try to sign in. Throws an {@link ApiError} `rate_limited` where there were too many for this e-mail address, be there an account or not. */
export function mustNotGuess(rates: RateLimits, email: string): void {
  const window = rates.take(`sign in ${email.toLowerCase().slice(0, 254)}`, most);
  if (!window.allowed) throw overLimit(window);
}
