import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { analyseBytes } from "../../fixtures/analyse-bytes.ts";
import { explanations, type Field, type ItemType, itemTypes } from "../format/index.ts";
import { generate, type GenerateOptions, type PlantedFault } from "./generate.ts";

const containers = ["array", "pretty", "lines"] as const;
const plain = { size: 400_000, seed: 1, container: "array" } as const;

interface Generated {
  readonly bytes: Buffer;
  readonly planted: readonly PlantedFault[];
}

function generated(options: GenerateOptions): Generated {
  const planted: PlantedFault[] = [];
  const onFault = (fault: PlantedFault) => planted.push(fault);
  return { bytes: Buffer.concat([...generate({ ...options, onFault })]), planted };
}

function hash(options: GenerateOptions): string {
  const digest = createHash("sha256");
  for (const chunk of generate(options)) digest.update(chunk);
  return digest.digest("hex");
}

interface Element {
  readonly type: keyof typeof itemTypes;
  readonly item: Record<string, unknown>;
}

function elementsOf(options: GenerateOptions): Element[] {
  const text = generated(options).bytes.toString();
  if (options.container !== "lines") return JSON.parse(text) as Element[];
  const lines = text.trimEnd().split("\n");
  return lines.map((line) => {
    const { type, data } = JSON.parse(line) as { type: Element["type"]; data: Element["item"] };
    return { type, item: data };
  });
}

describe("the same options give the same bytes", () => {
  test.for([
    plain,
    { ...plain, container: "lines" },
    { ...plain, container: "pretty", faults: { share: 0.1 } },
    { ...plain, faults: { count: 50 } },
  ] satisfies GenerateOptions[])("%o", (options) => {
    expect(hash(options)).toBe(hash(options));
  });

  test("and another seed others", () => {
    expect(new Set([0, 1, 2, 2 ** 32 - 1].map((seed) => hash({ ...plain, seed }))).size).toBe(4);
  });
});

describe("the size", () => {
  test.for(containers)("of %s is reached, by the last item and no earlier", (container) => {
    for (const seed of [1, 2, 3]) {
      const { bytes } = generated({ ...plain, seed, container });
      const elements = elementsOf({ ...plain, seed, container });
      const last = JSON.stringify(elements.at(-1), null, 2).replaceAll("\n", "\n  ");
      expect(bytes.length).toBeGreaterThanOrEqual(plain.size);
      expect(bytes.length - Buffer.byteLength(last) * 2).toBeLessThan(plain.size);
    }
  });

  test("out of bounds is refused", () => {
    expect(() => generate({ ...plain, size: 49_999 }).next()).toThrow(RangeError);
    expect(() => generate({ ...plain, size: 1e12 }).next()).toThrow(RangeError);
    expect(() => generate({ ...plain, size: NaN }).next()).toThrow(RangeError);
  });

  test("may be far beyond memory, as bytes are made when they are asked for", () => {
    const chunks = generate({ ...plain, size: 100_000_000_000 });
    for (let i = 0; i < 3; i++) expect(chunks.next().value!.length).toBeLessThan(200_000);
  });
});

describe("a file without faults", () => {
  test("holds the same items in every container", () => {
    const [list, pretty, lines] = containers.map((container) =>
      elementsOf({ ...plain, container }),
    );
    const shortest = Math.min(list!.length, pretty!.length, lines!.length);
    expect(shortest).toBeGreaterThan(500);
    expect(pretty!.slice(0, shortest)).toEqual(list!.slice(0, shortest));
    expect(lines!.slice(0, shortest)).toEqual(list!.slice(0, shortest));
  });

  test("is neither refused nor warned about, whatever the seed", async () => {
    for (let seed = 0; seed < 30; seed++) {
      const container = containers[seed % 3]!;
      const { records, elements } = await analyseBytes(
        generated({ ...plain, size: 60_000 + 10_000 * seed, seed, container }).bytes,
      );
      expect([seed, records]).toEqual([seed, []]);
      expect(elements).toBeGreaterThan(50);
    }
  });

  test("has every field of every type, in both spellings", () => {
    const seen = new Set<string>();
    const look = (path: string, fields: readonly Field[], object: Record<string, unknown>) => {
      for (const name of Object.keys(object)) seen.add(`${path}.${name}`);
      for (const field of fields) {
        const value = object[field.name];
        const nested = field.kind === "object" || field.kind === "objects" ? field.fields : [];
        for (const entry of [value].flat()) {
          if (typeof entry !== "object" || entry === null) continue;
          look(`${path}.${field.name}`, nested, entry as Record<string, unknown>);
        }
      }
    };
    const wanted = (path: string, fields: readonly Field[]): string[] =>
      fields.flatMap((field) => {
        const nested = field.kind === "object" || field.kind === "objects" ? field.fields : [];
        return [`${path}.${field.name}`, ...wanted(`${path}.${field.name}`, nested)];
      });

    for (const { type, item } of elementsOf({ ...plain, size: 6_000_000 })) {
      look(type, itemTypes[type].fields, item);
    }
    const missing = Object.entries<ItemType>(itemTypes).flatMap(([type, { fields, aliases }]) => {
      const spellings = Object.keys(aliases).map((alias) => `${type}.${alias}`);
      return [...wanted(type, fields), ...spellings].filter((name) => !seen.has(name));
    });
    expect(missing).toEqual([]);
  });
});

interface Found {
  readonly code: string;
  readonly index: number;
}

function named({ code, index }: Found): string {
  return `${index} ${code}`;
}

/** Planted pointers that the report does not have. */
function astray(planted: readonly PlantedFault[], found: readonly (Found & { pointer: string })[]) {
  const pointers = new Map(found.map((issue) => [named(issue), issue.pointer]));
  return planted.filter(
    (fault) => fault.pointer !== undefined && fault.pointer !== pointers.get(named(fault)),
  );
}

describe("planted faults are found, and nothing else", () => {
  test.for([
    [400_000, { share: 0.3 }],
    [60_000, { share: 0.3 }],
    [400_000, { count: 77 }],
    [400_000, { share: 1 }],
  ] as const)("in %d bytes with %o", async ([size, faults]) => {
    for (const container of containers) {
      for (let seed = 0; seed < 6; seed++) {
        const { bytes, planted } = generated({ size, seed, container, faults });
        const { records, elements } = await analyseBytes(bytes);
        expect([container, seed, ...records.map(named)]).toEqual([
          container,
          seed,
          ...planted.map(named),
        ]);
        expect(astray(planted, records)).toEqual([]);
        const share = planted.length / elements;
        if ("count" in faults) expect(planted.length).toBe(faults.count);
        else expect(share).toBeCloseTo(faults.share, size > 100_000 ? 2 : 1);
      }
    }
  });

  test("of every code that items have whatever the app is like", async () => {
    const { bytes, planted } = generated({ ...plain, size: 30_000_000, faults: { share: 0.03 } });
    const { records } = await analyseBytes(bytes);
    expect(records.map(named)).toEqual(planted.map(named));
    const codes = new Set<string>(planted.map(({ code }) => code));
    const never = Object.keys(explanations).filter((code) => !codes.has(code));
    expect(never).toEqual(["wrong_encoding", "team_mismatch"]);
  });
});
