import { globSync, readFileSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const order = [
  "format",
  "generate",
  "analyse",
  "store",
  "files",
  "imports",
  "server",
  "client",
  "cli",
];

/** The files of analyse that may touch Node; the others also run in a browser. */
const onNode = [
  "analyse-files.ts",
  "file-range.ts",
  "hash-sources.ts",
  "packing-at.ts",
  "pool.ts",
  "read-items.ts",
  "source.ts",
  "source-error.ts",
  "spill-file.ts",
  "sweep-temp-folders.ts",
  "temp-folder.ts",
  "worker.ts",
];

interface Import {
  readonly file: string;
  /** The folder of src that it is in. */
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = globSync("src/**/*.ts")
  .filter((file) => !file.endsWith(".test.ts") && !file.includes("/contract"))
  .flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const found = text.matchAll(/^(?:import|export) (type )?[^;]*?from "([^"]+)";/gm);
    const from = relative("src", file).split("/")[0]!;
    return Array.from(found, ([, type, to]) => ({
      file,
      from,
      to: to!,
      typeOnly: type !== undefined,
    }));
  });

function folderOf({ file, to }: Import): string | undefined {
  return to.startsWith(".") ? relative("src", resolve(dirname(file), to)).split("/")[0] : undefined;
}

/** What the dashboard may take of src: what it calls and reads files by. */
const forDashboard = ["format", "generate", "analyse", "client"];

describe("arrows go one way", () => {
  test("a folder imports from folders to its left", () => {
    const backwards = imports.filter((found) => {
      const to = folderOf(found);
      return to !== undefined && order.indexOf(to) > order.indexOf(found.from);
    });
    expect(imports.length).toBeGreaterThan(100);
    expect(backwards).toEqual([]);
  });

  test("another folder is reached by its index", () => {
    const inside = imports.filter((found) => {
      const to = folderOf(found);
      return to !== undefined && to !== found.from && basename(found.to) !== "index.ts";
    });
    expect(inside).toEqual([]);
  });

  test("format depends on a hash function and nothing else", () => {
    const foreign = imports.filter(({ from, to }) => from === "format" && !to.startsWith("."));
    expect(foreign.map(({ to }) => to)).toEqual(["@noble/hashes/sha2.js"]);
  });

  test("generate depends on format and nothing else", () => {
    const foreign = imports.filter(({ from, to }) => from === "generate" && !to.startsWith("."));
    expect(foreign).toEqual([]);
  });

  test("analyse touches Node only where it opens files and threads", () => {
    const found = imports.filter(
      ({ from, file, to }) =>
        from === "analyse" && to.startsWith("node:") && !onNode.includes(basename(file)),
    );
    const reached = imports.filter(
      ({ from, file, to, typeOnly }) =>
        from === "analyse" &&
        !typeOnly &&
        !onNode.includes(basename(file)) &&
        basename(file) !== "index.ts" &&
        onNode.includes(basename(to)),
    );
    expect(found).toEqual([]);
    expect(reached).toEqual([]);
  });

  test("client runs in a browser: it takes no more than types from elsewhere", () => {
    const foreign = imports.filter(
      ({ from, to, typeOnly }) => from === "client" && !typeOnly && !to.startsWith("./"),
    );
    expect(imports.some(({ from }) => from === "client")).toBe(true);
    expect(foreign).toEqual([]);
  });

  test("the dashboard is right of all: it calls the client, and takes no more than types of the server", () => {
    const taken = globSync("dashboard/**/*.{ts,tsx}").flatMap((file) =>
      Array.from(
        readFileSync(file, "utf8").matchAll(/^(?:import|export) (type )?[^;]*?from "([^"]+)";/gm),
        ([, type, to]) => ({ file, type, to: relative("src", resolve(dirname(file), to!)) }),
      ).filter(({ to }) => !to.startsWith("..")),
    );
    expect(taken.some(({ to }) => to === "client/index.ts")).toBe(true);
    const foreign = taken.filter(
      ({ type, to }) =>
        !(forDashboard.includes(to.split("/")[0]!) || (type && to === "server/index.ts")),
    );
    expect(foreign).toEqual([]);
    expect(imports.filter(({ to }) => to.includes("/dashboard/"))).toEqual([]);
  });

  test("SQL is in store alone", () => {
    const elsewhere = imports.filter(
      ({ from, to }) => from !== "store" && (to === "kysely" || to === "node:sqlite"),
    );
    expect(elsewhere).toEqual([]);
  });
});
