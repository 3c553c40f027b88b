import type { BenchFiles } from "../bench-files.ts";
import type { Benchmark, Figure } from "../benchmark.ts";
import { against, shown } from "../figures.ts";
import { interleave } from "../interleave.ts";
import { measure, projectFile, type Usage } from "../measure.ts";
import { itemCounts, loadFile } from "../load-file.ts";

const floor = projectFile("bench/programs/load-floor.ts");
const memory = { most: 400_000_000 };

/** What loading a file costs. */
export const benchmark: Benchmark = {
  title: "Loading a file",
  about:
    "Loading a generated file that was checked, reading, parsing and making rows included, into an empty embedded store, then once more into the same. The floor inserts the same rows, made already, into the same tables with the same indexes, in transactions of 10,000; only inserting is counted. CPU is processor time of the whole process, user and system.",
  async run({ size, rounds, files }) {
    const file = await files.file({ size: size * messagesShare, container: "lines" });
    const counts = await itemCounts(file, files);
    const store = { folder: "" };
    const taken = await interleave(
      {
        floor: async () => {
          const usage = await measure([floor, file, files.unused()], { output: true });
          return { ...usage, cpu: (JSON.parse(usage.stdout) as { cpu: number }).cpu };
        },
        first: () => loadFile(file, (store.folder = files.unused()), counts),
        second: () => loadFile(file, store.folder, counts),
      },
      rounds,
    );
    const { first, second } = taken;
    return [
      ...loaded("first load", first, counts),
      shown("the floor, CPU", taken.floor.cpu, "s"),
      against("first load to the floor, CPU", first.cpu / taken.floor.cpu, "x", { most: 1.6 }),
      shown("second load, all unchanged, CPU", second.cpu, "s"),
      against("second load: peak of memory", second.peak, "MB", memory),
    ];
  },
  async long({ files }) {
    const file = await files.file({ size: 1.8e9, container: "lines" });
    return largeLoad(file, files);
  },
};

/** A million messages take 360 MB. */
const messagesShare = 1.2;

async function largeLoad(file: string, files: BenchFiles): Promise<Figure[]> {
  const counts = await itemCounts(file, files);
  return loaded("first load", await loadFile(file, files.unused(), counts), counts);
}

function loaded(name: string, usage: Usage, counts: Readonly<Record<string, number>>): Figure[] {
  const items = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    shown("messages in the file", counts["message"]!, ""),
    shown("items in the file", items, ""),
    shown(`${name}, CPU`, usage.cpu, "s"),
    shown(`${name}, time`, usage.wall, "s"),
    shown(`${name}, items by time`, (items * 1000) / usage.wall, "per second"),
    against(`${name}: peak of memory`, usage.peak, "MB", memory),
  ];
}
