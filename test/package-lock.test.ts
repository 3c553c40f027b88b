import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>;
}

// npm 12 refuses a lock that lacks the binary of some other system, and there `npm ci` would not bring that binary.
test("package-lock.json holds every optional dependency, of every system", () => {
  const lock = JSON.parse(
    readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"),
  ) as Lock;
  const paths = Object.keys(lock.packages);

  const missing = Object.values(lock.packages)
    .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    .filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)));

  expect(missing).toEqual([]);
});
