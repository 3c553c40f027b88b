/** Maps over items with up to `width` calls under way, and gives the results in the order of the items. */
export async function* inOrder<A, B>(
  items: Iterable<A>,
  width: number,
  call: (item: A) => Promise<B>,
): AsyncGenerator<B, void> {
  const pending: Promise<B>[] = [];
  for (const item of items) {
    const result = call(item);
    // Whoever awaits it hears of a failure; until then it is nobody's.
    result.catch(() => undefined);
    pending.push(result);
    if (pending.length >= width) yield await pending.shift()!;
  }
  while (pending.length > 0) yield await pending.shift()!;
}
