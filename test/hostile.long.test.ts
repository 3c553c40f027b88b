import { expect, test } from "vitest";
import { analyseHostile } from "./analyse-hostile.ts";
import { hostileFiles } from "./hostile-files.ts";

test.for(hostileFiles.filter(({ long }) => long))(
  "$name: issues with their places, in bounded memory",
  { timeout: 600_000 },
  async ({ codes, first = {}, users = 0, ...file }) => {
    const verdict = await analyseHostile({ codes, ...file });
    const code = Object.keys(codes).length > 0 ? 1 : 0;
    expect(verdict).toMatchObject({ users, code, stderr: "", bounded: true });
    expect(verdict.codes).toEqual(codes);
    expect(verdict.first ?? {}).toMatchObject(first);
  },
);
