import { expect, test } from "vitest";
import { sameJson } from "./same-json.ts";

test.each([
  ['{"a":1,"b":[1,{"c":null}]}', '{"b":[1,{"c":null}],"a":1}'],
  ['{"__proto__":1}', '{"__proto__":1}'],
  ["0", "-0"],
  ["[]", "[]"],
])("%s says the same as %s", (a, b) => {
  expect(sameJson(JSON.parse(a), JSON.parse(b))).toBe(true);
});

test.each([
  ['{"a":1}', '{"a":1,"b":2}'],
  ['{"a":null}', '{"b":null}'],
  ['{"__proto__":1}', '{"__proto__":2}'],
  ['{"__proto__":{}}', '{"a":{}}'],
  ["[1,2]", "[2,1]"],
  ["[1]", "[1,1]"],
  ["[]", "{}"],
  ["null", "{}"],
  ['"1"', "1"],
])("%s says something else than %s", (a, b) => {
  expect(sameJson(JSON.parse(a), JSON.parse(b))).toBe(false);
});
