/** Memory for `size` bytes, all zero, and some more behind them, so that reading a few at once never leaves it. Nothing is ever given back: all that is here lives as long as the module. */
export function room(size: usize): usize {
  return heap.alloc(size + 64);
}
