const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-@.:";

/** The keys one edit away from a key, in the order in which they are to be suggested. */
export function* neighbours(key: string): Generator<string> {
  for (let i = 0; i < key.length; i++) {
    const rest = key.slice(i + 1);
    const before = key.slice(0, i);
    yield before + rest;
    if (i + 1 < key.length) yield before + key[i + 1] + key[i] + key.slice(i + 2);
    for (const letter of letters) yield before + letter + rest;
  }
  for (let i = 0; i <= key.length; i++) {
    for (const letter of letters) yield key.slice(0, i) + letter + key.slice(i);
  }
}
