/** Something of a size in bytes. */
interface Part {
  readonly lines: Uint8Array;
}

/** A call under way, and what it has given that nobody has taken yet. */
interface Call<P> {
  readonly parts: P[];
  ended: boolean;
  /** Says that something has changed. */
  changed: () => void;
}

/** Makes calls side by side, up to `width`, each of which gives parts, and gives the parts of all in the order of the items. A call waits, in handing over a part, while more than `most` bytes are waiting; never the one whose turn it is. Calls are made in the order of the items, so where they wait for each other, as for one of a few threads, an earlier one must come first. */
export async function* partsInOrder<A, P extends Part>(
  items: AsyncIterable<A>,
  width: number,
  most: number,
  call: (item: A, take: (part: P) => Promise<void>) => Promise<void>,
): AsyncGenerator<{ readonly item: A; readonly part: P }, void> {
  const calls: { readonly item: A; readonly call: Call<P>; readonly done: Promise<void> }[] = [];
  let blocked: { readonly call: Call<P>; readonly goOn: () => void }[] = [];
  let held = 0;
  const mayGoOn = ({ parts }: Call<P>) => held <= most || parts.length === 0;

  const start = (item: A) => {
    const made: Call<P> = { parts: [], ended: false, changed: () => undefined };
    const take = (part: P) => {
      made.parts.push(part);
      held += part.lines.length;
      made.changed();
      if (mayGoOn(made)) return Promise.resolve();
      return new Promise<void>((goOn) => blocked.push({ call: made, goOn }));
    };
    const end = () => {
      made.ended = true;
      made.changed();
    };
    const done = call(item, take);
    done.then(end, end);
    return { item, call: made, done };
  };

  const left = items[Symbol.asyncIterator]();
  for (;;) {
    while (calls.length < width) {
      const next = await left.next();
      if (next.done) break;
      calls.push(start(next.value));
    }
    const first = calls.shift();
    if (first === undefined) return;
    const { item, call: current, done } = first;
    while (current.parts.length > 0 || !current.ended) {
      const part = current.parts[0];
      if (part === undefined) {
        await new Promise<void>((changed) => (current.changed = changed));
        continue;
      }
      // Whoever takes it may free its memory.
      const { length } = part.lines;
      yield { item, part };
      current.parts.shift();
      held -= length;
      const free = blocked.filter(({ call }) => mayGoOn(call));
      blocked = blocked.filter(({ call }) => !mayGoOn(call));
      for (const { goOn } of free) goOn();
    }
    await done;
  }
}
