// Loads a file that is valid into a store, and prints the processor time of that alone, in milliseconds. Words: the path of the file, the folder of the store, the counts of items as JSON.
import { openSource } from "../../src/analyse/index.ts";
import { load, openStore } from "../../src/store/index.ts";

const [path, folder, counts] = process.argv.slice(2) as [string, string, string];
// Makes the store.
await (await openStore({ folder }))[Symbol.asyncDispose]();
await using source = await openSource(path);
const { name, stamp, size } = source;
const before = process.cpuUsage();
const began = performance.now();
await load({
  store: { folder },
  files: [{ path, name, stamp }],
  request: {
    app: "default",
    fileName: name,
    // Another one each time, so that nothing is gone on with.
    fingerprint: String(Math.random()),
    size,
    mode: "upsert",
    mergeCustom: true,
    inFile: JSON.parse(counts) as Record<string, number>,
  },
});
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpu: (user + system) / 1000, wall: performance.now() - began }));
