/** A day: whoever wants to be left alone for longer is asked again after it. */
const longest = 86_400_000;

/** Reads the header Retry-After, seconds or a date, in milliseconds from `now`. Undefined where it says neither. Source: RFC 9110 section 10.2.3. */
export function retryAfter(text: string | undefined, now = Date.now()): number | undefined {
  const word = text?.trim() ?? "";
  const wait = /^\d{1,10}$/.test(word) ? Number(word) * 1000 : Date.parse(word) - now;
  return Number.isNaN(wait) ? undefined : Math.min(longest, Math.max(0, wait));
}
