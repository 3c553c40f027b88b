const units = ["bytes", "kB", "MB", "GB", "TB"];

/** A number of bytes in words: `1.4 MB`. */
export function byteWords(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const number = bytes / 1000 ** power;
  return `${number.toFixed(power === 0 || number >= 100 ? 0 : 1)} ${units[power]}`;
}
