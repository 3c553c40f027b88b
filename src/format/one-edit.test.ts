import { expect, test } from "vitest";
import { oneEditApart } from "./one-edit.ts";

test.for([
  ["user_1", "user_2"],
  ["user_1", "user_"],
  ["user", "suser"],
  ["metioned_users_ids", "mentioned_users_ids"],
  ["ab", "ba"],
  ["", "a"],
])("%s and %s are one edit apart", ([a, b]) => {
  expect(oneEditApart(a!, b!)).toBe(true);
  expect(oneEditApart(b!, a!)).toBe(true);
});

test.for([
  ["same", "same"],
  ["user_1", "user_23"],
  ["abcd", "badc"],
  ["abc", "cba"],
  ["", "ab"],
])("%s and %s are not", ([a, b]) => {
  expect(oneEditApart(a!, b!)).toBe(false);
  expect(oneEditApart(b!, a!)).toBe(false);
});
