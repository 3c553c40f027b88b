import { describe, expect, test } from "vitest";
import { itemTypeNames } from "../format/index.ts";
import { findCut, findItemStart, isItemStart, itemStartLength } from "./item-start.ts";

function starts(text: string): boolean {
  const bytes = Buffer.from(text);
  return isItemStart(bytes, 0, bytes.length);
}

describe("an element seems to start", () => {
  test.for([
    ...itemTypeNames.map((type) => `{"type":"${type}","item":{}}`),
    '{"type":"foobar","item":{}}',
    '{"type":"foobar","data":{}}',
    '{"item":{},"type":"user"}',
    '{"data":{},"type":"user"}',
    '{ "type" : "user" , "item" : {} }',
    '{\r\n\t"type": "foobar",\r\n\t"data": {\r\n',
  ])("at %j", (text) => {
    expect(starts(text)).toBe(true);
  });
});

describe("an element does not seem to start", () => {
  test.for([
    '{"type":"image","title":"user"}',
    '{"type":"location"}',
    '{"id":"ana","type":"user"}',
    '{"item":"user"}',
    '{"item":["user"]}',
    '{\\"type\\":\\"user\\",\\"item\\":{}}',
    '{"type":user}',
    '["type","user"]',
    "{",
    '{"type"',
    '{"type":"us',
    '{"type":"foobar","item":',
  ])("at %j", (text) => {
    expect(starts(text)).toBe(false);
  });

  test("behind more white space than is looked at", () => {
    const element = '"type":"user"}';
    const room = itemStartLength - element.length;
    expect(starts(`{${" ".repeat(room)}${element}`)).toBe(true);
    expect(starts(`{${" ".repeat(room + 1)}${element}`)).toBe(false);
  });
});

test("what it says of a place depends on no more than that", () => {
  const text = '{"type":"foobar","item":{"id":"ana"}}';
  const needed = text.indexOf("{", 1) + 1;
  const bytes = Buffer.from(text);
  for (let to = 0; to <= bytes.length; to++) {
    expect(isItemStart(bytes, 0, to)).toBe(to >= needed);
    expect(isItemStart(bytes.subarray(0, to), 0, to)).toBe(to >= needed);
  }
});

test("the first start at or after a place is found", () => {
  const bytes = Buffer.from('xx{"a":1}{"type":"user"}{"type":"user"}');
  expect(findItemStart(bytes, 0, bytes.length)).toBe(9);
  expect(findItemStart(bytes, 9, bytes.length)).toBe(9);
  expect(findItemStart(bytes, 10, bytes.length)).toBe(24);
  expect(findItemStart(bytes, 10, 24)).toBe(-1);
});

test("a list is cut behind a brace and a comma only", () => {
  const text = '[{"type":"user"} \n, \t{"type":"user"}{"type":"user"},[{"type":"user"}]]';
  const bytes = Buffer.from(text);
  const comma = text.indexOf(",");
  expect(findCut(bytes, 0, bytes.length)).toEqual({ start: comma + 3, comma });
  expect(findCut(bytes, comma + 4, bytes.length)).toBeUndefined();
});
