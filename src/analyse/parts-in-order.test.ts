import fc from "fast-check";
import { expect, test } from "vitest";
import { partsInOrder } from "./parts-in-order.ts";

interface NamedPart {
  readonly name: string;
  readonly lines: Uint8Array;
}

async function* each<A>(items: Iterable<A>): AsyncGenerator<A, void> {
  yield* items;
}

/** Lets so many in at once, in the order in which they ask. */
function door(width: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    enter: () => (inside++ < width ? undefined : new Promise<void>((goOn) => waiting.push(goOn))),
    leave: () => {
      inside--;
      waiting.shift()?.();
    },
  };
}

const part = (name: string, size: number): NamedPart => ({ name, lines: new Uint8Array(size) });

test("parts come in the order of the items, and no call is ahead by more than may wait", async () => {
  const sizes = fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 6 }), {
    maxLength: 12,
  });
  const most = fc.nat(120);
  const width = fc.integer({ min: 1, max: 5 });
  const threads = fc.integer({ min: 1, max: 3 });
  const turns = fc.array(fc.nat(3), { minLength: 1, maxLength: 9 });
  const property = fc.asyncProperty(
    sizes,
    most,
    width,
    threads,
    turns,
    async (list, bound, calls, few, wait) => {
      let waiting = 0;
      let made = 0;
      const { enter, leave } = door(few);
      const found: string[] = [];
      const parts = partsInOrder<readonly [number, readonly number[]], NamedPart>(
        each(list.entries()),
        calls,
        bound,
        async ([n, own], take) => {
          await enter();
          for (const [at, size] of own.entries()) {
            for (let turn = wait[made++ % wait.length]!; turn > 0; turn--) {
              await new Promise(setImmediate);
            }
            waiting += size;
            await take(part(`${n}.${at}`, size));
          }
          leave();
        },
      );
      for await (const { item, part } of parts) {
        // Each call may have handed over one part more than there was room for.
        expect(waiting).toBeLessThanOrEqual(bound + calls * 50);
        expect(part.name).toMatch(new RegExp(`^${item[0]}\\.`));
        found.push(part.name);
        waiting -= part.lines.length;
      }
      expect(found).toEqual(list.flatMap((own, n) => own.map((_, at) => `${n}.${at}`)));
    },
  );
  await fc.assert(property, { numRuns: 200 });
});

test("a call that fails is heard of when its turn has come", async () => {
  const found: string[] = [];
  const run = async () => {
    const parts = partsInOrder<number, NamedPart>(each([1, 2, 3]), 3, 1000, async (n, take) => {
      await take(part(String(n), 1));
      if (n === 2) throw new Error("two");
    });
    for await (const { part } of parts) found.push(part.name);
  };
  await expect(run()).rejects.toThrow("two");
  expect(found).toEqual(["1", "2"]);
});
