import { expect, test } from "vitest";
import { accountOf } from "./account-of.ts";
import { killedImports } from "./killed-imports.ts";
import { runCli } from "./run-cli.ts";
import { storeDifference } from "./store-difference.ts";
import { tempFolder } from "./temp-folder.ts";

test("an import of 300 MB that is killed ten times ends in the same store and the same account", async () => {
  using folder = tempFolder();
  const file = folder.file("many.jsonl");
  const generated = await runCli(["generate", "--size", "300MB", "--jsonl", "--out", file]);
  expect(generated.code).toBe(0);
  const moments = Array.from({ length: 10 }, Math.random);
  console.log("killed at", moments);
  const [one, other] = [folder.file("whole"), folder.file("cut")];
  const { whole, killed, last } = await killedImports([file], one, other, moments);
  expect(whole.code).toBe(0);
  expect(killed).toHaveLength(10);
  expect(last.code).toBe(0);
  expect(accountOf(last.stdout)).toBe(accountOf(whole.stdout));
  expect(storeDifference(one, other)).toBeUndefined();
}, 3_600_000);
