/** Whether the same bytes stand at two places. */
export function isText(a: usize, b: usize, length: usize): bool {
  for (; length >= 8; length -= 8, a += 8, b += 8) if (load<u64>(a) != load<u64>(b)) return false;
  if (length == 0) return true;
  return (load<u64>(a) ^ load<u64>(b)) << (<u64>(8 - length) * 8) == 0;
}
