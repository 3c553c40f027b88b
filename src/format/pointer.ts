/** Appends a key or index to an RFC 6901 JSON pointer. */
export function pointerTo(base: string, key: string | number): string {
  // Few keys need it.
  const escaped =
    typeof key === "string" && /[~/]/.test(key)
      ? key.replaceAll("~", "~0").replaceAll("/", "~1")
      : key;
  return `${base}/${escaped}`;
}
