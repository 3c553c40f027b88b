import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadServer, readServer } from "../contract/read-server.ts";
import { readRoutes } from "./read-routes.ts";

let server: ReadServer;
beforeAll(async () => {
  server = await readServer([], { rateLimit: 0, addressLimit: 0 });
});
afterAll(() => server[Symbol.asyncDispose]());

/** Words that mean something somewhere, so that what is made of them gets far. */
const words = [
  "ana",
  "k1",
  "messaging",
  "kitchen",
  "messaging:kitchen",
  "team",
  "cid",
  "id",
  "created_at",
  "user_id",
  "$eq",
  "$in",
  "$gt",
  "$exists",
  "$contains",
  "$q",
  "$and",
  "$or",
  "$nor",
  "filter_conditions",
  "sort",
  "field",
  "direction",
  "limit",
  "offset",
  "next",
  "messages",
  "members",
  "id_lt",
  "id_around",
  "payload",
  "query",
  "message_filter_conditions",
  "filter",
  "type",
  "data",
  "user_ids",
  "channel_cid",
  "custom.x",
  "__proto__",
  "constructor",
  "2024-05-01T10:00:00Z",
  "\ud83d",
  "\u0000",
  "",
  "1e400",
  "soup",
  "name",
  "attic",
  "messaging:attic",
  "a1",
  "k4",
  "k6",
  "show_deleted_message",
  "true",
];
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  fc.string({ unit: "binary" }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    fc.oneof(fc.integer({ min: -2, max: 400 }), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(word, tie("value"), { maxKeys: 4 }),
  ),
}));
/** Parameters that are right for some route. */
const right = {
  type: "messaging",
  id: "kitchen",
  filter_conditions: { members: { $in: ["ana"] } },
  query: "soup",
  user_ids: ["ana"],
  ids: "k1,k2",
  data: { members: ["ana", "bo"] },
  messages: { limit: 2 },
  limit: 3,
};
const parameters = fc
  .tuple(fc.subarray(Object.entries(right)), fc.dictionary(word, value, { maxKeys: 4 }))
  .map(([some, given]): object => ({ ...Object.fromEntries(some), ...given }));
const part = fc.oneof(
  fc.constantFrom("messaging", "kitchen", "attic", "k1", "k4", "a1"),
  word.filter(isPart),
);

test("whatever is asked gets an answer, never a failure of ours, nor what the user may not see", async () => {
  const callers = [
    { as: {}, hidden: [] },
    { as: await server.as("ana"), hidden: ["soup alone", "a secret"] },
    { as: await server.as("cy"), hidden: ["soup alone", "a secret", "for Bo", "chat_level"] },
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...readRoutes.filter(({ method }) => method !== "DELETE")),
      fc.array(part, { minLength: 2, maxLength: 2 }),
      parameters,
      fc.constantFrom(...callers),
      async (route, parts, given, { as, hidden }) => {
        let at = 0;
        const path = route.path.replaceAll(/:\w+/g, () => encodeURIComponent(parts[at++]!));
        const flat = Object.entries(given).map(([name, value]) => [name, textOf(value)]);
        const query = { ...Object.fromEntries(flat), payload: JSON.stringify(given) };
        const body = route.method === "GET" ? {} : { body: JSON.stringify(given) };
        const answer = await server.call(route.method, path, { query, ...body, ...as });
        expect([200, 201, 400, 403, 404, 409]).toContain(answer.status);
        const text = JSON.stringify(answer.body);
        expect(hidden.filter((words) => text.includes(words))).toEqual([]);
      },
    ),
    { numRuns: 600 },
  );
}, 60_000);

/** What stands in a path can be written there. */
function isPart(text: string): boolean {
  return text.isWellFormed() && !["", ".", ".."].includes(text);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
