/** When a day begins where the reader is: milliseconds since 1970; NaN where it is none. */
export function startOfDay(date: string): number {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00`).getTime() : Number.NaN;
}
