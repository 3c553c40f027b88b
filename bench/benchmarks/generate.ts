import type { Benchmark } from "../benchmark.ts";
import { against } from "../figures.ts";
import { interleave } from "../interleave.ts";
import { measure, projectFile } from "../measure.ts";

const cli = projectFile("bin/chatferry.js");

/** How fast files are generated. */
export const benchmark: Benchmark = {
  title: "Generating a file",
  about:
    "`chatferry generate` to nowhere: bytes by processor time of the whole process, and its peak of memory.",
  async run({ size, rounds, files }) {
    const words = [cli, "generate", "--size", String(size)];
    const { list, lines, faulty } = await interleave(
      {
        list: () => measure(words),
        lines: () => measure([...words, "--jsonl"]),
        faulty: () => measure([...words, "--faults", "1%", "--planted", files.unused()]),
      },
      rounds,
    );
    return [
      against("a list", size / list.cpu, "MB/s", { least: 50_000 }),
      against("JSON Lines", size / lines.cpu, "MB/s", { least: 50_000 }),
      against("a list with 1 % faults", size / faulty.cpu, "MB/s", { least: 50_000 }),
      against("peak of memory", list.peak, "MB", { most: 200_000_000 }),
    ];
  },
};
