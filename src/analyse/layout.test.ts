import { describe, expect, test } from "vitest";
import { inMemory } from "../../fixtures/analyse-bytes.ts";
import { detectLayout } from "./layout.ts";

const user = '{"type":"user","item":{"id":"ana"}}';
const pretty = JSON.stringify(JSON.parse(user), null, 2);

describe("the container is told by the bytes", () => {
  test.for([
    ["a list", `[${user}]`, "array", 1],
    ["a list behind white space", ` \r\n\t[${user}]`, "array", 5],
    ["a list behind a byte order mark", `\ufeff [${user}]`, "array", 5],
    ["a list with nothing in it", "[", "array", 1],
    ["one line", user, "lines", 0],
    ["lines", `${user}\n${user}\n`, "lines", 0],
    ["lines behind blank ones", `\n\n${user}\n${user}\n`, "lines", 0],
    ["lines behind a byte order mark", `\ufeff${user}\n`, "lines", 3],
    ["lines of which the first is cut", `{"type":"user","item":{"id"\n${user}\n`, "lines", 0],
    ["values over several lines", `${pretty}\n${pretty}\n`, "values", 0],
    [
      "values that begin on the line of the brace",
      `{"type": "user",\n "item": {"id": "ana"}}\n`,
      "values",
      0,
    ],
    ["a value over several lines that is broken", '{\n  "type": user\n}', "values", 0],
    ["nothing", "", "values", 0],
    ["something else", "id,name\n", "values", 0],
  ] as const)("%s", async ([, text, container, start]) => {
    expect(await detectLayout(inMemory(text))).toEqual({ container, start });
  });

  test("a first element longer than what is looked at", async () => {
    const long = { type: "user", item: { id: "ana", note: "x".repeat(100_000) } };
    const container = async (text: string) => (await detectLayout(inMemory(text))).container;
    expect(await container(JSON.stringify(long))).toBe("lines");
    expect(await container(JSON.stringify(long, null, 2))).toBe("values");
    expect(await container(`{"type": "user",\n"item": ${JSON.stringify(long.item)}}`)).toBe(
      "values",
    );
    expect(await container(JSON.stringify([long]))).toBe("array");
  });

  test("a list behind more white space than is looked at", async () => {
    expect(await detectLayout(inMemory(`${" ".repeat(200_000)}[]`))).toEqual({
      container: "array",
      start: 200_001,
    });
  });
});
