import { analyse, inThisThread, type IssueRecord } from "../src/analyse/index.ts";
import { defaultCheckOptions } from "../src/format/index.ts";

/** The issues of an import file given as text. */
export async function exampleIssues(text: string): Promise<readonly IssueRecord[]> {
  const bytes = new TextEncoder().encode(text);
  const source = {
    size: bytes.length,
    read: (offset: number, length: number) =>
      Promise.resolve(bytes.subarray(offset, offset + length)),
  };
  const { first } = await analyse(source, {
    check: defaultCheckOptions("2026-01-01T00:00:00.000000Z"),
    runner: (options) => inThisThread(source, options),
    report: () => Promise.resolve(),
  });
  return first;
}
