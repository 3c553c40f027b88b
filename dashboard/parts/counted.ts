import { numberWords } from "./number-words.ts";

/** How many there are of something, in words: `1 member`, `1,382 members`. */
export function counted(count: number, one: string): string {
  return `${numberWords(count)} ${one}${count === 1 ? "" : "s"}`;
}
