import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecret } from "./read-secret.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chatferry-secret-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("it is made once, and only its owner reads it", () => {
  const secret = readSecret(folder);
  expect(secret).toHaveLength(32);
  expect(readSecret(folder)).toEqual(secret);
  expect(readdirSync(folder)).toEqual(["server.secret"]);
  expect(statSync(join(folder, "server.secret")).mode & 0o777).toBe(0o600);
});

test("another folder has another one", () => {
  const other = mkdtempSync(join(folder, "other-"));
  expect(readSecret(other)).not.toEqual(readSecret(folder));
});

test("one that is cut off is told, and no folder, too", () => {
  writeFileSync(join(folder, "server.secret"), "ab");
  expect(() => readSecret(folder)).toThrow("is damaged");
  expect(() => readSecret(join(folder, "none"))).toThrow("cannot be read or made");
});
