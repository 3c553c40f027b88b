import type { Benchmark } from "../benchmark.ts";
import { against, shown } from "../figures.ts";
import { itemCounts, loadFile } from "../load-file.ts";
import { measure, projectFile } from "../measure.ts";

const program = projectFile("bench/programs/queries.ts");

interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly cpu99: number;
}

/** How long answers take. */
export const benchmark: Benchmark = {
  title: "Queries",
  about:
    "A thousand questions of each kind to an embedded store that a generated file was loaded into, one behind the other: the newest 25 messages of each channel in turn, and the first 100 members, with their unread counts, of each channel that has so many. Times are of the clock; the run with the least p99 counts, since what else the machine does can only add to it.",
  async run({ size, rounds, files }) {
    const file = await files.file({ size: size * 1.2, container: "lines" });
    const folder = files.unused();
    await loadFile(file, folder, await itemCounts(file, files));
    const all: { newest: Times; unread: Times; messages: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const { stdout } = await measure([program, folder], { output: true });
      all.push(JSON.parse(stdout) as (typeof all)[number]);
    }
    const best = (kind: "newest" | "unread") =>
      all.map((run) => run[kind]).sort((a, b) => a.p99 - b.p99)[0]!;
    const [newest, unread] = [best("newest"), best("unread")];
    const goal = { most: 5 };
    return [
      shown("messages that count in the store", all[0]!.messages, ""),
      shown("newest 25 of a channel, p50", newest.p50, "ms"),
      against("newest 25 of a channel, p99", newest.p99, "ms", goal),
      shown("newest 25 of a channel, p99 of the CPU", newest.cpu99, "ms"),
      shown("100 members with unread counts, p50", unread.p50, "ms"),
      against("100 members with unread counts, p99", unread.p99, "ms", goal),
      shown("100 members with unread counts, p99 of the CPU", unread.cpu99, "ms"),
    ];
  },
};
