import fc from "fast-check";
import { expect, test } from "vitest";
import { analyseBytes } from "../../fixtures/analyse-bytes.ts";

/** An object of JSON by what stands in its text, one name behind the other. */
interface Written {
  readonly fields: readonly (readonly [string, Value])[];
}
type Value = string | number | null | readonly Value[] | Written;

const { object } = fc.letrec<{ value: Value; object: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(":", ":)", 'a":b', '"x" :1', "\\", "{", null, 7),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc.record({
    fields: fc.array(
      fc.tuple(
        fc.constantFrom(
          "a",
          "A",
          "b",
          "__proto__",
          "constructor",
          "c\n",
          "c\\",
          'c"',
          "",
          "0",
          "/~",
        ),
        tie("value"),
      ),
      { maxLength: 5 },
    ),
  }),
}));

/** Writes a value as JSON, `how` telling for each name in turn with how much white space and escapes. */
function write(value: Value, how: () => number): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (!("fields" in value)) return `[${value.map((entry) => write(entry, how)).join(",")}]`;
  const entries = value.fields.map(([name, inner]) => {
    const way = how();
    const escapes = Array.from(name, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
    const written = way % 2 === 0 ? JSON.stringify(name) : `"${escapes.join("")}"`;
    return `${written}${["", " ", "\t  ", ""][way]}:${["", " "][way] ?? ""}${write(inner, how)}`;
  });
  return `{${entries.join(how() === 3 ? " , " : ",")}}`;
}

/** The pointers of names that stand in an object twice or more, in no order. */
function doubled(value: Value, pointer: string): string[] {
  if (value === null || typeof value !== "object") return [];
  if (!("fields" in value)) return value.flatMap((entry, i) => doubled(entry, `${pointer}/${i}`));
  const names = value.fields.map(([name]) => name);
  const at = (name: string) => `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  const twice = new Set(names.filter((name, i) => names.indexOf(name) < i));
  const inner = value.fields.flatMap(([name, entry]) => doubled(entry, at(name)));
  return [...Array.from(twice, at), ...inner];
}

test.for(["array", "lines"] as const)("what stands twice in an object is found: %s", (container) =>
  fc.assert(
    fc.asyncProperty(
      fc.array(object, { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(3), { minLength: 1 }),
      fc.integer({ min: 1, max: 2000 }),
      async (objects, ways, piece) => {
        let n = 0;
        const how = () => ways[n++ % ways.length]!;
        const elements = objects.map(
          (value, i) => `{"type":"user","item":{"id":"u${i}","extra":${write(value, how)}}}`,
        );
        const file = container === "array" ? `[${elements.join(",")}]` : elements.join("\n");
        const { records } = await analyseBytes(file, { piece });
        const found = records.filter(({ code }) => code === "duplicate_key");
        for (const [i, value] of objects.entries()) {
          const pointers = found.filter(({ index }) => index === i).map(({ pointer }) => pointer);
          expect(pointers.toSorted()).toEqual(doubled(value, "/extra").toSorted());
        }
      },
    ),
    { numRuns: 300 },
  ),
);
