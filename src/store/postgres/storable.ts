/** A parameter that PostgreSQL takes. It refuses U+0000 in text; nothing that is stored has it, so something takes its place that nothing stored has either. */
export function storable<T>(value: T): T {
  if (typeof value === "string" && value.includes("\0")) {
    return value.replaceAll("\0", "\u0001\ufdd0") as T;
  }
  return Array.isArray(value) ? (value.map(storable) as T) : value;
}
