import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { benchmarksPage } from "../bench/page.ts";
import { errorsPage } from "../scripts/errors-page.ts";
import { formatPage } from "../scripts/format-page.ts";

test("docs/format.md is what the field tables say", () => {
  expect(readFileSync("docs/format.md", "utf8")).toBe(formatPage());
});

test("docs/errors.md is what the explanations and examples say", async () => {
  expect(readFileSync("docs/errors.md", "utf8")).toBe(await errorsPage());
});

test("docs/benchmarks.md is what bench/results say", async () => {
  expect(readFileSync("docs/benchmarks.md", "utf8")).toBe(await benchmarksPage());
});
