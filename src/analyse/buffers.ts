/** The memory of what is handed to another thread, as far as it need not be copied. */
export function buffers(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  return typeof value === "object" ? Object.values(value ?? {}).flatMap(buffers) : [];
}
