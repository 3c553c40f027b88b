/** Frees the memory of an array that nobody reads any more at once: V8 does not hurry to collect what is not on its heap, and threads would hold much more than they need. An array that shares its memory with others is left alone. */
export function free({ buffer, byteLength }: Uint8Array | Uint32Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
