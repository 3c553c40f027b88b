/** Appends a key or index to an RFC 6901 JSON pointer. */
export function pointerTo(base: string, key: string | number): string {
  const step = String(key).replaceAll("~", "~0").replaceAll("/", "~1");
  return `${base}/${step}`;
}
