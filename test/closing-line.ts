import type { Reporter, TestModule, TestSuite } from "vitest/node";

/** Ends a test run with the line `N passed, N failed`, followed by `, N skipped` where there are any. */
export default class ClosingLine implements Reporter {
  onTestRunEnd: NonNullable<Reporter["onTestRunEnd"]> = (modules, unhandledErrors, reason) => {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      count.failed += brokenOutsideTests(module);
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    // A test that never ended, or a run without tests, did not pass either.
    if (reason !== "passed" && count.failed === 0) count.failed = Math.max(1, count.pending);

    const { passed, failed, skipped } = count;
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    process.once("exit", () => console.log(line));
  };
}

/** Files that could not be collected and hooks that failed: no test of theirs counts as failed. */
function brokenOutsideTests(suite: TestModule | TestSuite): number {
  let broken = suite.errors().length > 0 ? 1 : 0;
  for (const inner of suite.children.suites()) broken += brokenOutsideTests(inner);
  return broken;
}
