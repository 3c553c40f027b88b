import type { Random } from "./random.ts";

const day = 86_400_000;
const pairs = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));
const triples = Array.from({ length: 1000 }, (_, value) => String(value).padStart(3, "0"));
let lastDay = NaN;
let lastDate = "";

/** The time of milliseconds of Unix time as import files write it: mostly as JavaScript writes it, seldom with more digits of fraction or an offset, but always the same instant. */
export function timeText(milliseconds: number, random: Random): string {
  const draw = random.next();
  if (draw < 0.9) return `${local(milliseconds)}Z`;
  if (draw < 0.95) return `${local(milliseconds)}000Z`;
  if (draw < 0.98) return `${local(milliseconds)}+00:00`;
  return `${local(milliseconds + 19_800_000)}+05:30`;
}

/** What Date.toISOString gives, without its Z, in a fifth of the time: most times are of the same day as the one before. */
function local(milliseconds: number): string {
  const days = Math.floor(milliseconds / day);
  const rest = milliseconds - days * day;
  if (days !== lastDay) {
    lastDay = days;
    lastDate = new Date(days * day).toISOString().slice(0, 11);
  }
  const minutes = Math.floor(rest / 60_000);
  const seconds = Math.floor(rest / 1000) % 60;
  return `${lastDate}${pairs[Math.floor(minutes / 60)]!}:${pairs[minutes % 60]!}:${pairs[seconds]!}.${triples[rest % 1000]!}`;
}
