import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { interleave } from "../bench/interleave.ts";
import { measure, projectFile } from "../bench/measure.ts";
import { generate } from "../src/generate/index.ts";
import { tempFolder } from "./temp-folder.ts";

describe("what a process used", () => {
  test("counts all of its threads, and what it held at most", async () => {
    const program = `
      const { Worker, isMainThread } = require("node:worker_threads");
      if (isMainThread) {
        Buffer.alloc(300e6, 1);
        new Worker("while (process.cpuUsage().user < 500e3);", { eval: true });
      }`;
    const { cpu, peak } = await measure(["-e", program]);
    expect(cpu).toBeGreaterThan(500);
    expect(peak).toBeGreaterThan(300e6);
  });

  test("is not told of one that failed", async () => {
    const failing = measure(["-e", "console.error('no luck'); process.exit(4)"]);
    await expect(failing).rejects.toThrow(/ended with 4:\nno luck/);
    await expect(measure(["-e", "process.exit(4)"], { codes: [4] })).resolves.toBeDefined();
  });
});

test("runs that are compared take turns, and medians count", async () => {
  const order: string[] = [];
  const run = (name: string, numbers: readonly number[]) => () => {
    const turn = order.filter((before) => before === name).length;
    order.push(name);
    const [wall, cpu, peak] = [numbers[turn]!, numbers[turn]! * 2, numbers[turn]! * 3];
    return Promise.resolve({ wall, cpu, peak, stdout: "" });
  };
  const taken = await interleave({ a: run("a", [9, 1, 5]), b: run("b", [4, 3, 8]) }, 3);
  expect(order).toEqual(["a", "b", "a", "b", "a", "b"]);
  expect(taken.a).toMatchObject({ wall: 5, cpu: 10, peak: 15 });
  expect(taken.b).toMatchObject({ wall: 4, cpu: 8, peak: 12 });
});

test.for(["array", "pretty", "lines"] as const)(
  "the floor of the analysis parses every element of %s",
  async (container) => {
    using folder = tempFolder();
    const path = folder.file("file");
    const text = Buffer.concat([...generate({ size: 3e6, seed: 1, container })]).toString();
    writeFileSync(path, text);
    const { stdout } = await measure([projectFile("bench/programs/parse.ts"), path, container], {
      output: true,
    });
    const elements =
      container === "lines" ? text.trimEnd().split("\n") : (JSON.parse(text) as unknown[]);
    expect(Number(stdout)).toBe(elements.length);
  },
);
