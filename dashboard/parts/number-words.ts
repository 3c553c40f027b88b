const format = new Intl.NumberFormat();

/** A number as readers write it: `1,382`. */
export function numberWords(value: number): string {
  return format.format(value);
}
