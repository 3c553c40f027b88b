import { expect, test } from "vitest";
import { analyseBytes } from "../fixtures/analyse-bytes.ts";
import { examples, explanations } from "../src/format/index.ts";

test.for(Object.entries(examples))(
  "the example of %s has it and no other error",
  async ([code, file]) => {
    const { records } = await analyseBytes(file);
    const codes = records.map((record) => record.code);
    expect(codes).toContain(code);
    const others = codes.filter(
      (other) => other !== code && explanations[other].severity === "error",
    );
    expect(others).toEqual([]);
  },
);
