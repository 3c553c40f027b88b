import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locateField } from "./locate-field.ts";

function text(element: string, pointer: string): string | undefined {
  const bytes = Buffer.from(element);
  const place = locateField(bytes, pointer);
  return place && bytes.subarray(place.start, place.end).toString();
}

const element =
  '{"type":"message", "item": {"id":"né", "teams":["a", "b"], "a/b~c":{"x" : 1}, "type":"reply"}}';

describe("the field of a pointer", () => {
  test.for([
    ["/id", '"né"'],
    ["/teams/1", '"b"'],
    ["/a~1b~0c/x", "1"],
    ["/type", '"reply"'],
  ])("%s is %s", ([pointer, found]) => {
    expect(text(element, pointer!)).toBe(found);
  });

  test("that is missing is the object around it", () => {
    expect(text(element, "/created_at")).toBe(element.slice(27, -1));
    expect(text(element, "/teams/7")).toBe('["a", "b"]');
  });

  test("of the envelope is found there", () => {
    expect(text('{"type":"foobar","item":{"id":"x"}}', "/type")).toBe('"foobar"');
    expect(text('{"type":"user","data":5}', "/data")).toBe("5");
    expect(text('{"type":"user"}', "/item")).toBe('{"type":"user"}');
  });

  test("in text that is cut is as much as there is", () => {
    expect(text('{"type":"user","item":{"id":"an', "/id")).toBe('"an');
  });

  test("in what is no JSON is nothing", () => {
    expect(text('{"type":"user","item":x', "/id")).toBeUndefined();
  });
});

test("every field of any item is found, however it is written", () => {
  const item = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });
  fc.assert(
    fc.property(item, fc.constantFrom(0, 2), (object, indent) => {
      // Read back, as -0 is written as 0.
      const fields = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
      fc.pre(Object.keys(fields).every((key) => !key.includes("\\")));
      const written = JSON.stringify({ type: "user", item: fields }, null, indent);
      for (const [key, value] of Object.entries(fields)) {
        const pointer = `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        expect(JSON.parse(text(written, pointer)!)).toEqual(value);
      }
    }),
  );
});
