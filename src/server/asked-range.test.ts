import { expect, test } from "vitest";
import { askedRange } from "./asked-range.ts";

test.for([
  [null, undefined],
  ["bytes=0-9", { from: 0, to: 10 }],
  ["bytes=5-", { from: 5, to: 100 }],
  ["bytes=-30", { from: 70, to: 100 }],
  ["bytes=-300", { from: 0, to: 100 }],
  ["bytes=90-1000", { from: 90, to: 100 }],
  ["bytes=99-99", { from: 99, to: 100 }],
  ["bytes=100-", null],
  ["bytes=-0", null],
  ["bytes=9-5", undefined],
  ["bytes=0-1,5-6", undefined],
  ["bytes=-", undefined],
  ["items=0-1", undefined],
  ["bytes=1e1-", undefined],
] as const)("of 100 bytes, %s is %j", ([header, expected]) => {
  expect(askedRange(header, 100)).toEqual(expected);
});
