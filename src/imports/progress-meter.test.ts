import { expect, test } from "vitest";
import { ProgressMeter } from "./progress-meter.ts";

const at = (bytes: number, phase: "reading" | "loading" = "loading") => ({
  phase,
  bytes,
  size: 1000,
  items: bytes / 10,
  issues: 0,
});

test("a rate is told from the second look on, over the last few seconds", () => {
  const meter = new ProgressMeter();
  expect(meter.measure(at(0), 0)).toMatchObject({ rate: null, eta: null });
  expect(meter.measure(at(100), 1000)).toMatchObject({ rate: 10, eta: 9 });
  // It has become slower: what was before counts less and less.
  for (let second = 2; second <= 10; second++) meter.measure(at(100 + second), second * 1000);
  expect(meter.measure(at(111), 11_000)).toMatchObject({ rate: 0, eta: 889 });
});

test("a new phase begins anew, and one that stands still has no end", () => {
  const meter = new ProgressMeter();
  meter.measure(at(0, "reading"), 0);
  meter.measure(at(500, "reading"), 1000);
  expect(meter.measure(at(0), 2000)).toMatchObject({ rate: null, eta: null });
  expect(meter.measure(at(0), 3000)).toMatchObject({ rate: 0, eta: null });
});
