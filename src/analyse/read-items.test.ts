import { appendFile, mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryFile, writings } from "../../fixtures/arbitrary-files.ts";
import { arbitraryItems } from "../../fixtures/arbitrary-items.ts";
import { type FileRange, openFileRange } from "./file-range.ts";
import { type ItemBatch, readItems } from "./read-items.ts";

async function opened(text: string) {
  const folder = await mkdtempDisposable(join(tmpdir(), "read-items-"));
  const path = join(folder.path, "import");
  await writeFile(path, text);
  const source = await openFileRange(path);
  return {
    source,
    path,
    [Symbol.asyncDispose]: async () => {
      await source[Symbol.asyncDispose]();
      await folder.remove();
    },
  };
}

const read = (source: FileRange, from?: ItemBatch) => {
  const start = from && { index: from.index + from.items.length, offset: from.offset };
  return Array.fromAsync(readItems([source], start));
};
const items = (batches: readonly ItemBatch[]) => batches.flatMap((batch) => batch.items);

test("the items are those of the file, in its order, in any writing", async () => {
  const files = fc.tuple(arbitraryItems, fc.constantFrom(...Object.values(writings)));
  await fc.assert(
    fc.asyncProperty(files, async ([elements, write]) => {
      await using file = await opened(write(elements));
      // As text: -0 is written as 0.
      expect(JSON.stringify(items(await read(file.source)))).toBe(JSON.stringify(elements));
    }),
    { numRuns: 30 },
  );
});

const many = Array.from({ length: 12_000 }, (_, n) => ({
  type: "user",
  item: { id: `u${n}`, note: "né 😀".repeat(10), list: [{ type: "user", item: { id: "x" } }] },
}));

test.for(Object.entries(writings))("reading goes on behind any batch, as %s", async ([, write]) => {
  await using file = await opened(write(many));
  const batches = await read(file.source);
  expect(batches.length).toBeGreaterThan(1);
  expect(items(batches)).toEqual(many);
  for (const [n, batch] of batches.entries()) {
    expect(batch.index).toBe(items(batches.slice(0, n)).length);
    expect(await read(file.source, batch)).toEqual(batches.slice(n + 1));
  }
});

test("several files are read as one, on from any batch", async () => {
  const parts = [many.slice(0, 4000), many.slice(4000, 4001), [], many.slice(4001)];
  const texts = Object.values(writings).slice(0, parts.length);
  await using stack = new AsyncDisposableStack();
  const sources: FileRange[] = [];
  for (const [n, part] of parts.entries()) {
    sources.push(stack.use(await opened(part.length === 0 ? "[]" : texts[n]!(part))).source);
  }
  const batches = await Array.fromAsync(readItems(sources));
  expect(items(batches)).toEqual(many);
  const sizes = sources.map(({ size }) => size);
  expect(batches.at(-1)?.offset).toBe(sizes.reduce((sum, size) => sum + size));
  for (const [n, { index, offset, items: own }] of batches.entries()) {
    const rest = await Array.fromAsync(readItems(sources, { index: index + own.length, offset }));
    // A list without items may be left behind or read again.
    const some = (list: typeof batches) => list.filter(({ items }) => items.length > 0);
    expect(some(rest)).toEqual(some(batches.slice(n + 1)));
  }
});

test("a file that is no longer what was analysed is an error", async () => {
  await using file = await opened('{"type":"user","item":{"id":"ana"}}\n');
  await appendFile(file.path, '{"type":"user",}\n{"type":"foobar","item":{}}\n');
  await using again = await openFileRange(file.path);
  await expect(read(again)).rejects.toMatchObject({ code: "changed" });
  await using other = await opened('{"type":"foobar","item":{}}\n');
  await expect(read(other.source)).rejects.toMatchObject({ code: "changed" });
  await using fine = await opened('{"type":"user","item":{"id":"ana"}}\n');
  await appendFile(other.path, "\n");
  await expect(Array.fromAsync(readItems([fine.source, other.source]))).rejects.toMatchObject({
    code: "changed",
    file: other.path,
  });
});

test("a file that is fine has as many items as elements", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFile, async (text) => {
      await using file = await opened(text);
      const batches = await read(file.source);
      for (const { items } of batches) expect(items.length).toBeGreaterThan(0);
      expect(batches.at(-1)?.offset ?? 0).toBeLessThanOrEqual(file.source.size);
    }),
    { numRuns: 20 },
  );
});
