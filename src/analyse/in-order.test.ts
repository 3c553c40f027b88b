import { describe, expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

describe("results come in the order of the items", () => {
  test("though later calls end first", async () => {
    const ends: ((value: string) => void)[] = [];
    const results = Array.fromAsync(
      inOrder([0, 1, 2], 3, (i) => new Promise<string>((end) => (ends[i] = end))),
    );
    ends[2]!("c");
    ends[0]!("a");
    ends[1]!("b");
    expect(await results).toEqual(["a", "b", "c"]);
  });

  test("with no more calls under way than asked for", async () => {
    let underWay = 0;
    let most = 0;
    const call = async (i: number) => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn <= i % 3; turn++) await Promise.resolve();
      underWay--;
      return i;
    };
    const items = Array.from({ length: 50 }, (_, i) => i);
    expect(await Array.fromAsync(inOrder(items, 4, call))).toEqual(items);
    expect(most).toBe(4);
  });

  test("and none without items", async () => {
    expect(await Array.fromAsync(inOrder([], 3, () => Promise.resolve(1)))).toEqual([]);
  });
});

test("a call that fails is heard of when its turn comes, and the others stay quiet", async () => {
  const seen: number[] = [];
  const run = async () => {
    const fail = (i: number) =>
      i > 0 ? Promise.reject(new Error(`call ${i}`)) : Promise.resolve(i);
    for await (const result of inOrder([0, 1, 2], 3, fail)) seen.push(result);
  };
  await expect(run()).rejects.toThrow("call 1");
  expect(seen).toEqual([0]);
});
