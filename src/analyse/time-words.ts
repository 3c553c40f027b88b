/** Writes a canonical time as three numbers that compare as it does: day, second of the day, microsecond. The day counts months as 31 days long, which is enough to compare. */
export function timeWords(time: string, into: Uint32Array, at: number): void {
  into[at] = (digits(time, 0, 4) * 12 + digits(time, 5, 7)) * 31 + digits(time, 8, 10);
  into[at + 1] = digits(time, 11, 13) * 3600 + digits(time, 14, 16) * 60 + digits(time, 17, 19);
  into[at + 2] = digits(time, 20, 26);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}
