import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryItems } from "../../fixtures/arbitrary-items.ts";
import { cases, caseNow, type FixtureCase } from "../../fixtures/cases.ts";
import { checkElement } from "./check-element.ts";
import { defaultCheckOptions } from "./check-options.ts";
import { explanations } from "./explanations.ts";
import type { Issue, IssueCode } from "./issue.ts";
import { itemTypeNames } from "./item-types.ts";
import { jsonSchema } from "./json-schema.ts";

const ajv = new Ajv2020({ allowUnionTypes: true });
addFormats.default(ajv);
ajv.addSchema(jsonSchema(), "import");
const fits = ajv.getSchema("import")!;
const fitsLine = ajv.getSchema("import#/$defs/element")!;
const check = defaultCheckOptions(caseNow);

/** What the schema must refuse as well. */
const decided: ReadonlySet<IssueCode> = new Set([
  "invalid_item_type",
  "not_an_object",
  "item_and_data",
  "required_field",
  "reserved_field",
  "wrong_kind",
  "unknown_field",
]);

test.for(itemTypeNames)("any %s that is fine passes the checks and the schema", (type) => {
  const elements = arbitraryItems.map((all) => all.filter((element) => element.type === type));
  fc.assert(
    fc.property(elements, fc.constantFrom("item", "data"), (all, envelope) => {
      for (const { item } of all) {
        const written = JSON.stringify({ type, [envelope]: item });
        const issues: Issue[] = [];
        checkElement(JSON.parse(written), check, true, issues);
        const errors = issues.filter(({ code }) => explanations[code].severity === "error");
        expect([written, errors]).toEqual([written, []]);
        expect([written, fits(JSON.parse(written)), fits.errors]).toEqual([written, true, null]);
      }
      expect(fits(all)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

describe("the schema", () => {
  const read = cases.flatMap((fixture) => {
    const verdict = fixtureFits(fixture);
    return verdict === undefined ? [] : [{ ...fixture, verdict }];
  });

  test("has fixtures enough to be tested by", () => {
    expect(read.length).toBeGreaterThan(100);
  });

  test.for(read.filter(({ issues }) => issues.length === 0))("fits $name", ({ verdict }) => {
    expect(verdict).toBe(true);
  });

  test.for(read.filter(({ issues }) => issues.some(({ code }) => decided.has(code))))(
    "does not fit $name",
    ({ verdict }) => {
      expect(verdict).toBe(false);
    },
  );
});

/** Whether the schema fits a fixture: its list, or each of its lines; undefined where it is no plain JSON. */
function fixtureFits({ input }: FixtureCase): boolean | undefined {
  const text = readFileSync(input, "utf8");
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  try {
    if (!input.endsWith(".jsonl")) return fits(JSON.parse(text)) === true;
    return lines
      .map((line) => JSON.parse(line) as unknown)
      .every((line) => fitsLine(line) === true);
  } catch {
    return undefined;
  }
}
