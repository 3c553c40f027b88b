import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explanations } from "../src/format/index.ts";
import { runCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

test("validate --format github prints annotations that GitHub reads as they are meant", async () => {
  using folder = tempFolder();
  const file = folder.file("100%, really: all.json");
  const elements = [
    '{"type":"user","item":{"id":"ana","role":"50%\\r\\n::error::fake, with: colon"}}',
    '{"type":"user","item":{"id":"bo","created_at":"noon"}}',
    '{"type":"user","item":{"id":"cy","Role":"admin"}}',
  ];
  writeFileSync(file, `[\n${elements.join(",\n")}\n]\n`);
  const ran = await runCli(["validate", file, "--format", "github", "--data", folder.path]);
  expect(ran.code).toBe(1);
  const place = `file=${folder.path}/100%25%2C really%3A all.json`;
  const lines = ran.stdout.split("\n");
  expect(lines.slice(0, 3)).toEqual([
    `::error ${place},line=2,col=42,title=role_not_found::Validation error: role "50%25··::error::fake, with: colon" doesn't exist (user "ana")%0A${explanations.role_not_found.mend}`,
    `::error ${place},line=3,col=47,title=invalid_value::Validation error: 'noon' is not a valid created_at%0Atimes are RFC 3339, like 2024-05-01T10:00:00Z`,
    `::warning ${place},line=4,col=41,title=misspelled_field::Validation warning: "Role" is kept as custom data, but looks like "role"%0Adid you mean \`role\`?`,
  ]);
  expect(lines[3]).toContain("2 errors, 1 warning in 3 items");
});

test("it prints ten annotations of a kind at most, of many codes, and says how many more there are", async () => {
  using folder = tempFolder();
  const fields = ['"role":"x"', '"created_at":"x"', '"invisible":1', '"pk":1', '"teams":{}'];
  const elements = Array.from({ length: 500 }, (_, n) => {
    return `{"type":"user","item":{"id":"u${n}",${fields[Math.floor(n / 100)]},"Role":""}}\n`;
  });
  const ran = await runCli(
    ["validate", "-", "--format", "github", "--data", folder.path],
    elements.join(""),
  );
  const lines = ran.stdout.split("\n");
  const errors = lines.filter((line) => line.startsWith("::error "));
  expect(errors).toHaveLength(10);
  expect(new Set(errors.map((line) => /title=(\w+)/.exec(line)![1])).size).toBe(4);
  expect(errors[0]).not.toContain("file=");
  expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(3);
  expect(lines.find((line) => line.startsWith("::notice "))).toContain("and 987 more");
});
