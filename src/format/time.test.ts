import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryTime } from "../../fixtures/arbitrary-items.ts";
import { parseTime } from "./time.ts";

describe("a time becomes UTC with six digits", () => {
  test.for([
    ["as it is", "2024-05-01T10:00:00Z", "2024-05-01T10:00:00.000000Z"],
    ["with a short fraction", "1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520000Z"],
    ["cut, not rounded", "2024-05-01T10:00:00.9999999Z", "2024-05-01T10:00:00.999999Z"],
    [
      "with a long fraction",
      `2024-05-01T10:00:00.${"1".repeat(500)}Z`,
      "2024-05-01T10:00:00.111111Z",
    ],
    ["with lower-case letters", "2024-05-01t10:00:00z", "2024-05-01T10:00:00.000000Z"],
    ["behind UTC", "1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57.000000Z"],
    ["before UTC by minutes", "1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.870000Z"],
    ["at an unknown offset", "2024-05-01T10:00:00-00:00", "2024-05-01T10:00:00.000000Z"],
    ["across a leap day", "2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00.000000Z"],
    ["on a century's leap day", "2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000000Z"],
    ["in the first century", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z"],
    ["in the last year", "9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"],
    ["from the year behind the last", "9999-12-31T23:59:59+00:01", "9999-12-31T23:58:59.000000Z"],
  ])("%s", ([, text, time]) => {
    expect(parseTime(text!)).toBe(time);
  });
});

describe("a leap second", () => {
  test.for([
    ["1990-12-31T23:59:60Z", "1991-01-01T00:00:00.000000Z"],
    ["1990-12-31T15:59:60-08:00", "1991-01-01T00:00:00.000000Z"],
    ["2015-07-01T01:59:60.5+02:00", "2015-07-01T00:00:00.500000Z"],
    ["2024-02-29t23:59:60z", "2024-03-01T00:00:00.000000Z"],
  ])("%s becomes the first second of the month", ([text, time]) => {
    expect(parseTime(text!)).toBe(time);
  });

  test.for([
    "2024-05-01T10:00:60Z",
    "2024-05-30T23:59:60Z",
    "2024-05-31T22:59:60Z",
    "2024-05-31T23:58:60Z",
    "2024-05-31T23:59:60-08:00",
    "9999-12-31T23:59:60Z",
  ])("%s is none", (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

describe("no time", () => {
  test.for(
    [
      "",
      " ",
      "now",
      "1714557600",
      "2024-05-01",
      "10:00:00Z",
      "20240501T100000Z",
      "2024-05-01T10:00Z",
      "2024-05-01T10:00:00",
      "2024-05-01 10:00:00Z",
      "2024-5-1T10:00:00Z",
      "2024-02-30T00:00:00Z",
      "2023-02-29T00:00:00Z",
      "1900-02-29T00:00:00Z",
      "2024-13-01T00:00:00Z",
      "2024-00-01T00:00:00Z",
      "2024-01-00T00:00:00Z",
      "2024-04-31T00:00:00Z",
      "0000-01-01T00:00:00Z",
      "10000-01-01T00:00:00Z",
      "2024-05-01T24:00:00Z",
      "2024-05-01T10:60:00Z",
      "2024-05-01T10:00:61Z",
      "2024-05-01T10:00:00.Z",
      "2024-05-01T10:00:00,5Z",
      "2024-05-01T10:00:00+01",
      "2024-05-01T10:00:00+0100",
      "2024-05-01T10:00:00+1:00",
      "2024-05-01T10:00:00+24:00",
      "2024-05-01T10:00:00+01:60",
      "2024-05-01T10:00:00*01:00",
      "2024-05-01T10:00:00Z ",
      " 2024-05-01T10:00:00Z",
      "2024-05-01T10:00:00ZZ",
      "2024-05-01T10:00:00+01:00Z",
      "2024/05/01T10:00:00Z",
      "2024-05-01T10.00.00Z",
      "２０２４-05-01T10:00:00Z",
      "+2024-05-01T10:00:00Z",
      "-2024-05-01T10:00:00Z",
      "0001-01-01T00:00:00+00:01",
      "9999-12-31T23:59:59-00:01",
    ].flat(),
  )("%j", (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

test("what Date reads of a time, it gives", () => {
  fc.assert(
    fc.property(arbitraryTime, (text) => {
      const toMillisecond = text.replace(/\.(\d{3})\d+/, ".$1");
      const utc = new Date(toMillisecond.toUpperCase()).toISOString();
      expect(parseTime(text)?.slice(0, 23)).toBe(utc.slice(0, 23));
    }),
  );
});

test("a time that has been read reads as itself", () => {
  fc.assert(
    fc.property(arbitraryTime, (text) => {
      const time = parseTime(text)!;
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      expect(parseTime(time)).toBe(time);
    }),
  );
});

test("any text is a time or none, and nothing is thrown", () => {
  const pieces = fc.constantFrom(
    ...Array.from("0123456789-:.TtZz+ é"),
    "2024-05-01",
    "T10:00:00",
    "60",
  );
  fc.assert(
    fc.property(fc.string({ unit: pieces }), (text) => {
      expect(parseTime(text) ?? "none").toMatch(/Z$|^none$/);
    }),
  );
});
