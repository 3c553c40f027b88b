import { expect, test } from "vitest";
import { distinctChannelId } from "./distinct-channel.ts";

test("the id of a distinct channel is what the old validator made of its members", () => {
  expect(distinctChannelId(["john", "paul"])).toBe(
    "!members-NuAPkxMwBmJKW7IG24nc7CcKFGlFNOd72zSDEXICZy4",
  );
  expect(distinctChannelId(["userA", "userB"])).toBe(
    "!members-GEmMw0HIFRcUqmdF6YrTz4JG2yKm__Qos0PbljEAp1M",
  );
});

test("neither the order of the members nor naming one twice makes another channel", () => {
  const id = distinctChannelId(["Zoe", "ana", "_bo", "@cy", "9"]);
  expect(distinctChannelId(["9", "ana", "@cy", "_bo", "Zoe"])).toBe(id);
  expect(distinctChannelId(["ana", "9", "ana", "@cy", "_bo", "Zoe", "Zoe"])).toBe(id);
  expect(distinctChannelId(["ana", "9", "@cy", "_bo"])).not.toBe(id);
});
