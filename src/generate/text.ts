import type { Random } from "./random.ts";
import { words } from "./words.ts";

/** Below the limit of 20,000 code points by more than the longest word. */
const longest = 19_900;

const scripts: readonly (readonly string[])[] = [
  ...Array.from({ length: 14 }, () => words.latin),
  words.accented,
  words.accented,
  words.cyrillic,
  words.arabic,
  words.cjk,
  words.emoji,
];

/** A text of so many words in one script, with an emoji or something awkward among them now and then; at most 19,900 UTF-16 units and a word. */
export function textOf(random: Random, count: number): string {
  const script = random.pick(scripts);
  let text = random.pick(script);
  for (let i = 1; i < count && text.length < longest; i++) {
    const draw = random.next();
    const from: readonly string[] =
      draw < 0.97 ? script : draw < 0.99 ? words.emoji : words.awkward;
    text += ` ${random.pick(from)}`;
  }
  return text;
}

/** The text of a message: mostly a few words, seldom many, up to the limit of 20,000 code points. */
export function messageText(random: Random): string {
  if (random.chance(0.000_02)) return "😀".repeat(20_000);
  const least = 1 - random.next();
  const count = random.chance(0.03) ? 12 / least : 3 / Math.sqrt(least);
  return textOf(random, Math.floor(count));
}
