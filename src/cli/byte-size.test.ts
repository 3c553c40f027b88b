import { expect, test } from "vitest";
import { byteSize } from "./byte-size.ts";

const size = byteSize("1KiB", "5GB");

test.for([
  ["65536", 65_536],
  ["300MB", 300_000_000],
  ["1.5 GB", 1_500_000_000],
  ["64MiB", 67_108_864],
  ["1kib", 1024],
  ["5gb", 5_000_000_000],
] as const)("%s is %i bytes", ([text, bytes]) => {
  expect(size(text)).toBe(bytes);
});

test.for(["", "MB", "-1MB", "1e9", "300 M B", "300MBit", "1023", "5.1GB", "0x500", "NaN"])(
  "%s is refused, and what can be given is named",
  (text) => {
    expect(() => size(text)).toThrow("Give a size from 1KiB to 5GB");
  },
);
