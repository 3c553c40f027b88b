const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads an RFC 3339 time and gives it in UTC with six digits of fraction, `2024-05-01T10:00:00.000000Z`; `undefined` when it is none.
 *
 * - Lower-case `t` and `z`, any offset and any number of digits of fraction are read; more than six are cut, not rounded.
 * - Second 60 is read where a leap second can be, in the last minute (UTC) of a month, and becomes second 00 of the next minute.
 * - Days must exist, and the year must be 0001 to 9999, also after the offset is applied.
 *
 * Canonical times compare as strings. Source: RFC 3339 sections 5.6 and 5.7; years and precision are what the stores hold. */
export function parseTime(text: string): string | undefined {
  const year = number(text, 0, 4);
  const month = number(text, 5, 2);
  const day = number(text, 8, 2);
  const hour = number(text, 11, 2);
  const minute = number(text, 14, 2);
  const second = number(text, 17, 2);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)))
    return;
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return;
  if (text[4] !== "-" || text[7] !== "-" || text[13] !== ":" || text[16] !== ":") return;
  if (text[10] !== "T" && text[10] !== "t") return;

  let zone = 19;
  if (text[19] === ".") {
    zone = 20;
    while (isDigit(text.charCodeAt(zone))) zone++;
    if (zone === 20) return;
  }
  const micros = text.slice(20, Math.min(zone, 26)).padEnd(6, "0");

  if (text[zone] === "Z" || text[zone] === "z") {
    if (text.length !== zone + 1) return;
    if (second < 60) return `${text.slice(0, 10)}T${text.slice(11, 19)}.${micros}Z`;
    return shifted(year, month, day, hour, minute, second, micros);
  }
  const sign = text[zone];
  const hours = number(text, zone + 1, 2);
  const minutes = number(text, zone + 4, 2);
  if ((sign !== "+" && sign !== "-") || text[zone + 3] !== ":" || text.length !== zone + 6) return;
  if (!(hours <= 23 && minutes <= 59)) return;
  const offset = (hours * 60 + minutes) * (sign === "-" ? -1 : 1);
  return shifted(year, month, day, hour, minute - offset, second, micros);
}

/** The instant with its offset applied and a leap second carried over. */
function shifted(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  micros: string,
): string | undefined {
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  utc.setUTCHours(hour, minute, second);
  if (second === 60) {
    const monthBegins = utc.getUTCDate() === 1 && utc.getUTCHours() === 0;
    if (!monthBegins || utc.getUTCMinutes() !== 0) return;
  }
  if (utc.getUTCFullYear() < 1 || utc.getUTCFullYear() > 9999) return;
  return `${utc.toISOString().slice(0, 19)}.${micros}Z`;
}

/** The decimal number of `length` digits at `at`; NaN when a character is no digit, so that every comparison fails. */
function number(text: string, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return NaN;
    value = value * 10 + code - 48;
  }
  return value;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : daysInMonth[month - 1]!;
}
