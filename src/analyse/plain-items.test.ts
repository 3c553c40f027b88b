import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFile, arbitraryWrongFile, damaged } from "../../fixtures/arbitrary-files.ts";
import { caseCheckOptions, caseNow, cases } from "../../fixtures/cases.ts";
import {
  checkElement,
  checkNames,
  type CheckOptions,
  defaultCheckOptions,
  explanations,
  type Issue,
} from "../format/index.ts";
import { generate, type GenerateOptions } from "../generate/index.ts";
import { ItemRecords } from "./item-records.ts";
import { keyHasher } from "./key-hash.ts";
import { KeyRecords } from "./key-records.ts";
import { keyShape } from "./key-sort.ts";
import { PlainItems } from "./plain-items.ts";
import { sortRecords } from "./sort-records.ts";

/** What an element is found to be: its text, whether it is right or broken, its type and its records. */
type Found = readonly [string, string, string, Uint32Array];

/** Reads elements from their bytes alone, and as objects. */
class BothWays {
  readonly #options: CheckOptions;
  readonly #plain: PlainItems;
  readonly #fromObject = new KeyRecords();
  readonly #itemRecords: ItemRecords;

  constructor(options: CheckOptions) {
    const seed = Uint32Array.of(1, 2, 3, 4);
    this.#options = options;
    this.#plain = new PlainItems(options, seed);
    this.#itemRecords = new ItemRecords(this.#fromObject, keyHasher(seed));
  }

  /** The element that the bytes begin with, both ways; undefined where it is not plain. */
  read(bytes: Uint8Array): { byBytes: Found; byObject: Found } | undefined {
    const { end, elements } = this.#plain.read(bytes, 0, 1, 0, Infinity, 7);
    if (elements === 0) return undefined;
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end));
    const issues: Issue[] = [];
    checkNames(text, issues);
    const checked = checkElement(JSON.parse(text), this.#options, true, issues)!;
    this.#itemRecords.add(checked, 7, verdictOf(issues) === "broken");
    const { items, broken, records } = this.#plain.take(new Uint32Array(0));
    const type = items.flatMap(([name, count]) => (count > 0 ? [name] : [])).join();
    const ofObject = sortRecords(this.#fromObject.take(), keyShape);
    return {
      byBytes: [text, broken === 1 ? "broken" : "right", type, records.records],
      byObject: [text, verdictOf(issues), checked.type, ofObject.records],
    };
  }
}

function verdictOf(issues: readonly Issue[]): string {
  if (issues.length === 0) return "right";
  return issues.some(({ code }) => explanations[code].severity === "error") ? "broken" : "doubtful";
}

const options = defaultCheckOptions(caseNow);

/** What stands behind each brace, which an element may begin with. */
function* beginnings(bytes: Uint8Array): Generator<Uint8Array> {
  for (let i = bytes.indexOf(0x7b); i >= 0; i = bytes.indexOf(0x7b, i + 1)) yield bytes.subarray(i);
}

describe("what is plain is right or broken as the checks say, and gives the records that it gives as an object", () => {
  test.for([
    ["in files that are fine", arbitraryFile, 60],
    ["in files with wrong elements", arbitraryWrongFile, 100],
    ["in damaged files", damaged(fc.oneof(arbitraryFile, arbitraryWrongFile)), 400],
  ] as const)("%s", ([, file, numRuns]) => {
    const both = new BothWays(options);
    const bytes = file.map((content: string | Uint8Array) => Buffer.from(content as string));
    const property = fc.property(bytes, (content) => {
      for (const element of beginnings(content)) {
        const found = both.read(element);
        expect(found?.byBytes).toEqual(found?.byObject);
      }
    });
    fc.assert(property, { numRuns });
  });

  test("in the fixtures", () => {
    for (const fixture of cases) {
      const bytes = readFileSync(fixture.input);
      if (bytes.length > 100_000 || fixture.options.multiTenant) continue;
      const both = new BothWays(caseCheckOptions(fixture));
      for (const element of beginnings(bytes)) {
        const found = both.read(element);
        expect(found?.byBytes).toEqual(found?.byObject);
      }
    }
  });

  const message = {
    ...{ id: "m-1", channel_type: "messaging", channel_id: "general", user: "ana" },
    ...{ text: "hello", created_at: "2024-05-01T10:00:00Z", parent_id: "m-0" },
  };
  test.for([
    ["a time that is none", "message", { ...message, created_at: "yesterday" }],
    ["a value that the field does not take", "message", { ...message, type: "whisper" }],
    ["both", "message", { ...message, type: "whisper", created_at: "10:00" }],
    ["a field that is missing", "message", { ...message, user: undefined }],
    ["a key that is missing", "reaction", { message_id: "m-0", user_id: "ana" }],
    ["a role that the app does not have", "user", { id: "ana", role: "queen", created_at: "2024" }],
  ] as const)("broken in a plain way: %s", ([, type, item]) => {
    const found = new BothWays(options).read(Buffer.from(JSON.stringify({ type, item })));
    expect(found?.byBytes[1]).toBe("broken");
    expect(found?.byBytes).toEqual(found?.byObject);
  });

  test.for([
    ["right, and almost all of it plain", undefined, 0.95, 1],
    ["wrong, and only that plain which is so in a plain way", { share: 0.9 }, 0.01, 0.7],
  ] as const)("in generated files where most is %s", ([, faults, least, most]) => {
    const given: GenerateOptions = { size: 2_000_000, seed: 1, container: "lines" };
    const chunks = [...generate(faults === undefined ? given : { ...given, faults })];
    const lines = Buffer.concat(chunks).toString().trimEnd().split("\n");
    const both = new BothWays(options);
    const plain = lines.flatMap((line) => both.read(Buffer.from(line)) ?? []);
    for (const { byBytes, byObject } of plain) expect(byBytes).toEqual(byObject);
    expect(plain.length / lines.length).toBeGreaterThanOrEqual(least);
    expect(plain.length / lines.length).toBeLessThanOrEqual(most);
  });
});
