import type { Window } from "./window.ts";

/** Passes over a value too large to hold, from its first byte on, by its brackets and quotes alone; gives the first byte after it, or the end of the source. */
export async function skipValue(window: Window, start: number): Promise<number> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  await window.cover(start, start + 1);
  for (let from = start; ; from = window.offset) {
    const { bytes } = window;
    for (let i = from - window.offset; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === 0x5c) escaped = true;
        else if (byte === 0x22) inString = false;
        if (inString || depth > 0) continue;
        return window.offset + i + 1;
      }
      if (byte === 0x22) inString = true;
      else if (byte === 0x7b || byte === 0x5b) depth++;
      else if (byte === 0x7d || byte === 0x5d) {
        depth--;
        if (depth <= 0) return window.offset + i + 1;
      }
    }
    if (window.complete) return window.source.size;
    await window.passOn();
  }
}
