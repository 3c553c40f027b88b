import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { IssueRecord } from "../src/analyse/index.ts";

/** A large file that is made to be too much, and what is to be found in it. */
export interface HostileFile {
  readonly name: string;
  readonly parts: () => Iterable<string>;
  /** Issues by code. */
  readonly codes: Readonly<Partial<Record<IssueRecord["code"], number>>>;
  /** The place of the first issue. */
  readonly first?: Partial<Pick<IssueRecord, "offset" | "line" | "column" | "index">>;
  /** Users in it. */
  readonly users?: number;
  /** It takes long. */
  readonly long?: true;
}

const user = '{"type":"user","item":{"id":"ana"}}';
const mebibyte = (text: string) => text.repeat(Math.ceil(1_048_576 / text.length));

function* many(text: string, mebibytes: number, head = "", tail = ""): Generator<string> {
  yield head;
  const block = mebibyte(text);
  for (let n = 0; n < mebibytes; n++) yield block;
  yield tail;
}

function* counted(text: string, times: number, head = "", tail = ""): Generator<string> {
  yield head;
  const block = text.repeat(10_000);
  for (let n = 0; n < times; n += 10_000) yield block;
  yield tail;
}

const open = '{"type":"user","item":{"id":"bo","note":"';

/** The files, by what they are. */
export const hostileFiles: readonly HostileFile[] = [
  {
    name: "a string of 100 MB in a list",
    parts: () => many("x", 100, `[${open}`, `"}},\n${user}]`),
    codes: { item_too_large: 1 },
    first: { offset: 1, line: 1, column: 2, index: 0 },
    users: 1,
  },
  {
    name: "a string of 100 MB in a line",
    parts: () => many("x", 100, `${user}\n${open}`, `"}}\n${user.replace("ana", "cy")}\n`),
    codes: { item_too_large: 1 },
    first: { offset: 36, line: 2, column: 1, index: 1 },
    users: 2,
  },
  {
    name: "a line without end",
    parts: () => many("x", 100, `${user}\n${open}`),
    codes: { item_too_large: 1 },
    first: { line: 2 },
    users: 1,
  },
  {
    name: "a list whose last string has no end",
    parts: () => many("x", 40, `[${user},${open}`),
    codes: { item_too_large: 1 },
    users: 1,
  },
  {
    name: "an item of 16 MiB",
    parts: () => many('"x",', 16, '[{"type":"user","item":{"id":"bo","list":[', `1]}},${user}]`),
    codes: { item_too_large: 1 },
    users: 1,
  },
  { name: "nothing but zeros", parts: () => many("\0", 40), codes: { malformed_json: 1 } },
  { name: "nothing but spaces", parts: () => many(" ", 40), codes: { malformed_json: 1 } },
  {
    name: "a user and nothing but blank lines",
    parts: () => many("\n", 40, user),
    codes: {},
    users: 1,
  },
  { name: "nothing but commas", parts: () => many(",", 40, "["), codes: { malformed_json: 1 } },
  {
    name: "nothing but opening braces",
    parts: () => many("{", 40, "["),
    codes: { malformed_json: 1 },
  },
  {
    name: "nothing but opening brackets",
    parts: () => many("[", 40, "["),
    codes: { item_too_large: 1 },
  },
  {
    name: "nothing but quotes",
    parts: () => many('"', 40, "["),
    codes: { malformed_json: 1, not_an_object: 1 },
  },
  {
    name: "nothing but backslashes",
    parts: () => many("\\", 40, '["'),
    codes: { item_too_large: 1 },
  },
  {
    name: "nothing but digits",
    parts: () => many("1", 40, "["),
    codes: { item_too_large: 1 },
  },
  {
    name: "a million empty objects",
    long: true,
    parts: () => counted("{},", 1_000_000, "[", user + "]"),
    codes: { required_field: 1_000_000 },
    users: 1,
  },
  {
    name: "a million lines that are no JSON",
    long: true,
    parts: () => counted("x\n", 1_000_000, `${user}\n`),
    codes: { malformed_json: 1_000_000 },
    users: 1,
  },
  {
    name: "half a million wrong entries in one item",
    long: true,
    parts: () =>
      counted("1,", 500_000, '[{"type":"user","item":{"id":"bo","teams":[', `"x"]}},${user}]`),
    codes: { wrong_kind: 500_000 },
    users: 2,
  },
  {
    name: "many references to nothing in one item",
    long: true,
    parts: () =>
      counted(
        "ab".concat('","'),
        190_000,
        `[{"type":"user","item":{"id":"bo","user_mutes":["`,
        `x"]}},${user}]`,
      ),
    codes: { user_not_found: 190_001 },
    users: 2,
  },
];

/** Writes one of them. */
export async function writeHostile(file: HostileFile, path: string): Promise<void> {
  await pipeline(Readable.from(file.parts()), createWriteStream(path));
}
