/** Text from a file, or a file's name, made safe for a terminal: what controls it, or changes the direction of writing, becomes a dot. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, "\u00b7");
}
