import fc from "fast-check";
import { expect, test } from "vitest";
import { checkElement } from "./check-element.ts";
import { defaultCheckOptions } from "./check-options.ts";
import { explanations } from "./explanations.ts";
import { hint } from "./hint.ts";
import type { Issue } from "./issue.ts";
import { itemKey, references } from "./item-keys.ts";
import { itemId, itemLabel } from "./item-label.ts";
import { itemTypeNames, itemTypes } from "./item-types.ts";
import { sentence } from "./sentence.ts";

const options = defaultCheckOptions("2026-11-23T00:00:00.000000Z");
const fieldNames = Object.values(itemTypes).flatMap((type) => [
  ...type.fields.map(({ name }) => name),
  ...type.reserved,
  ...Object.keys(type.aliases),
]);
const json = fc.anything({
  key: fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "type", "enabled")),
  values: [fc.string(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true })],
  maxDepth: 4,
});
const anyItem = fc.dictionary(fc.constantFrom(...fieldNames, "x"), json, { maxKeys: 12 });
const anyElement = fc.oneof(
  json,
  fc.record({ type: fc.constantFrom(...itemTypeNames), item: anyItem }, { noNullPrototype: true }),
);

test("whatever an element holds, it is checked, named and keyed without throwing", () => {
  fc.assert(
    fc.property(anyElement, (element) => {
      const issues: Issue[] = [];
      const checked = checkElement(element, options, true, issues);
      for (const issue of issues) {
        expect(explanations[issue.code]).toBeDefined();
        expect(issue.pointer).toMatch(/^(\/|$)/);
        expect(sentence(issue)).toMatch(/^(Parse|Validation) (error|warning): /);
        expect(hint(issue)).not.toBe("");
      }
      // Where there is no item, one issue says why.
      expect(checked !== undefined || issues.length === 1).toBe(true);
      const { type, item } = checked ?? { type: "user", item: {} };
      expect([itemKey(type, item), itemId(type, item), itemLabel(type, item)]).toHaveLength(3);
      expect(references(type, item)).toBeInstanceOf(Array);
    }),
    { numRuns: 1000 },
  );
});

test("no two issues of an item say the same of the same field", () => {
  fc.assert(
    fc.property(anyElement, (element) => {
      const issues: Issue[] = [];
      checkElement(element, options, false, issues);
      const said = issues.map(({ code, pointer }) => `${code} ${pointer}`);
      expect(said).toEqual([...new Set(said)]);
    }),
    { numRuns: 1000 },
  );
});
