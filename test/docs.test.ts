import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { benchmarksPage } from "../bench/page.ts";
import { errorsPage } from "../scripts/errors-page.ts";
import { formatPage } from "../scripts/format-page.ts";
import { operationsPage } from "../scripts/operations-page.ts";
import { plainModule } from "../scripts/plain-module.ts";

test("docs/format.md is what the field tables say", () => {
  expect(readFileSync("docs/format.md", "utf8")).toBe(formatPage());
});

test("docs/errors.md is what the explanations and examples say", async () => {
  expect(readFileSync("docs/errors.md", "utf8")).toBe(await errorsPage());
});

test("docs/benchmarks.md is what bench/results say", async () => {
  expect(readFileSync("docs/benchmarks.md", "utf8")).toBe(await benchmarksPage());
});

test("src/analyse/plain-module.ts is what src/analyse/plain compiles to", () => {
  expect(readFileSync("src/analyse/plain-module.ts", "utf8")).toBe(plainModule());
});

test("the table in docs/operations.md is what the settings say", () => {
  const page = readFileSync("docs/operations.md", "utf8");
  expect(page).toContain("`--port <n>`");
  expect(operationsPage(page)).toBe(page);
});
