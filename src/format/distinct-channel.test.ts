import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctChannelId } from "./distinct-channel.ts";

// Computed with the algorithm of the hosted service's offline validator.
test.for([
  [["john", "paul"], "!members-NuAPkxMwBmJKW7IG24nc7CcKFGlFNOd72zSDEXICZy4"],
  [["userA", "userB"], "!members-GEmMw0HIFRcUqmdF6YrTz4JG2yKm__Qos0PbljEAp1M"],
] as const)("the channel of %j is %s", ([members, id]) => {
  expect(distinctChannelId(members)).toBe(id);
});

const userIds = fc.uniqueArray(fc.stringMatching(/^[@\w-]{1,10}$/), { minLength: 1, maxLength: 8 });

test("an id has 52 characters that an URL can hold", () => {
  fc.assert(
    fc.property(userIds, (members) => {
      expect(distinctChannelId(members)).toMatch(/^!members-[\w-]{43}$/);
    }),
  );
});

test("neither order nor repetition matters", () => {
  const shuffled = userIds.chain((members) =>
    fc.tuple(
      fc.constant(members),
      fc.shuffledSubarray([...members, ...members], { minLength: members.length * 2 }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([members, again]) => {
      expect(distinctChannelId(again)).toBe(distinctChannelId(members));
    }),
  );
});

test("other members make another channel", () => {
  fc.assert(
    fc.property(userIds, userIds, (a, b) => {
      fc.pre(a.toSorted().join() !== b.toSorted().join());
      expect(distinctChannelId(a)).not.toBe(distinctChannelId(b));
    }),
  );
});
