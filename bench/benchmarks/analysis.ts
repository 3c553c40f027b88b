import type { GenerateOptions } from "../../src/generate/index.ts";
import type { Benchmark, Figure } from "../benchmark.ts";
import { against, shown } from "../figures.ts";
import { interleave } from "../interleave.ts";
import { measure, projectFile, type Usage } from "../measure.ts";

const cli = projectFile("bin/chatferry.js");
const parse = projectFile("bench/programs/parse.ts");
const unpack = projectFile("bench/programs/unpack.ts");

const containers = { lines: "JSON Lines", array: "compact list", pretty: "pretty list" } as const;

/** What checking a file costs. */
export const benchmark: Benchmark = {
  title: "Checking a file",
  about:
    "`chatferry validate` of one generated file, written as JSON Lines, as a compact list, as an indented list, and compressed; and of one in which every item has an issue. The floor reads the same file in pieces of 64 KiB, decodes and parses them, in one thread, and makes nothing of them. Ratios of CPU are of processor time of the whole process, user and system; of time, of the clock. One core is what `taskset` leaves to a process.",
  async run({ size, rounds, files }) {
    const data = files.unused();
    const validate = (file: string, oneCore = false) =>
      measure([cli, "validate", file, "--data", data], { codes: [0, 1], oneCore });
    const path = (container: GenerateOptions["container"], share = 0) =>
      files.file({ size, container, faults: { share } });
    const [lines, array, pretty] = [await path("lines"), await path("array"), await path("pretty")];
    const [faulty, packed] = [await path("array", 1), await files.gzipped(array)];
    const taken = await interleave(
      {
        linesFloor: () => measure([parse, lines, "lines"]),
        linesOne: () => validate(lines, true),
        linesAll: () => validate(lines),
        arrayFloor: () => measure([parse, array, "array"]),
        arrayOne: () => validate(array, true),
        arrayAll: () => validate(array),
        prettyFloor: () => measure([parse, pretty, "pretty"]),
        prettyOne: () => validate(pretty, true),
        prettyAll: () => validate(pretty),
        unpack: () => measure([unpack, packed, files.unused()]),
        packedAll: () => validate(packed),
        faultyOne: () => validate(faulty, true),
        faultyAll: () => validate(faulty),
      },
      rounds,
    );
    const of = (container: keyof typeof containers) =>
      figuresOf(containers[container], size, {
        floor: taken[`${container}Floor`],
        one: taken[`${container}One`],
        all: taken[`${container}All`],
      });
    const { linesOne, arrayOne, packedAll, faultyOne, faultyAll, arrayAll } = taken;
    return [
      ...of("lines"),
      ...of("array"),
      ...of("pretty"),
      against("compact list to JSON Lines, CPU, one core", arrayOne.cpu / linesOne.cpu, "x", {
        most: 1.15,
      }),
      shown(".gz of the compact list: decompressing alone, CPU", taken.unpack.cpu, "s"),
      shown(".gz of the compact list: all of it, CPU", packedAll.cpu, "s"),
      against(".gz of the compact list: peak of memory", packedAll.peak, "MB", memory),
      against("every item wrong to none, CPU, one core", faultyOne.cpu / arrayOne.cpu, "x", {
        most: 3,
      }),
      against("every item wrong to none, time, all cores", faultyAll.wall / arrayAll.wall, "x", {
        most: 3,
      }),
      against("every item wrong: peak of memory", faultyAll.peak, "MB", memory),
    ];
  },
  async long({ files }) {
    const figures: Figure[] = [];
    for (const [name, share] of [
      ["right", 0],
      ["1 % of the items wrong", 0.01],
    ] as const) {
      const file = await files.file({ size: 5e9, container: "lines", faults: { share } });
      const validate = (oneCore: boolean) =>
        measure([cli, "validate", file, "--data", files.unused()], { codes: [0, 1], oneCore });
      const usage = await validate(false);
      figures.push(
        shown(`5 GB of JSON Lines, ${name}: CPU`, usage.cpu, "s"),
        shown(`5 GB of JSON Lines, ${name}: time`, usage.wall, "s"),
        against(`5 GB of JSON Lines, ${name}: peak of memory`, usage.peak, "MB", memory),
        against(
          `5 GB of JSON Lines, ${name}: all cores to one, time`,
          usage.wall / (await validate(true)).wall,
          "x",
          { most: 0.6 },
        ),
      );
    }
    return figures;
  },
};

const memory = { most: 300_000_000 };

function figuresOf(
  name: string,
  size: number,
  { floor, one, all }: Readonly<Record<"floor" | "one" | "all", Usage>>,
): Figure[] {
  return [
    shown(`${name}: the floor, CPU`, floor.cpu, "s"),
    shown(`${name}: the floor, rate`, size / floor.cpu, "MB/s"),
    shown(`${name}: one core, CPU`, one.cpu, "s"),
    against(`${name}: one core to the floor, CPU`, one.cpu / floor.cpu, "x", { most: 2 }),
    shown(`${name}: all cores, CPU`, all.cpu, "s"),
    against(`${name}: all cores to one, time`, all.wall / one.wall, "x", { most: 0.6 }),
    against(`${name}: peak of memory, all cores`, all.peak, "MB", memory),
  ];
}
