// Draws docs/validate.svg, the picture in the README: what validate prints on a copy of the community's file with four slips in it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";

const slips: readonly [right: string, wrong: string][] = [
  [
    '"created_by": "U061A3E0G", "created_at": "2016-06-16T00:33:31',
    '"created_by": "U061A3E0H", "created_at": "2016-06-16T00:33:31',
  ],
  ['"2016-06-17T14:31:27.000011Z"', '"2016-02-30T10:00:00Z"'],
  [
    '"2016-06-17T14:53:37.000012Z", "mentioned_users_ids"',
    '"2016-06-17T14:53:37.000012Z", "metioned_users_ids"',
  ],
  ['"type": "clap::skin-tone-3", "user_id": ', '"type": "clap::skin-tone-3", "user_id" '],
];

const line = { height: 18, width: 7.825, margin: 16 };

/** The styles that the report uses, by their SGR codes. */
const styles: Readonly<Record<string, string>> = {
  1: 'font-weight="bold"',
  2: 'fill="#768390"',
  31: 'fill="#f47067"',
  32: 'fill="#57ab5a"',
  33: 'fill="#e0a030"',
  36: 'fill="#39c5cf"',
};

const lines = ["\u001b[2m$\u001b[22m chatferry validate export.json", ...report()];
const width =
  Math.ceil(Math.max(...lines.map((text) => stripVTControlCharacters(text).length)) * line.width) +
  32;
const height = (lines.length + 1) * line.height + 16;
const svg = [
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="chatferry validate on a broken file">`,
  '<rect width="100%" height="100%" rx="8" fill="#1c2128"/>',
  `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="#cdd9e5">`,
  ...lines.map((text, at) => drawn(text, 34 + at * line.height)),
  "</g>",
  "</svg>",
];
writeFileSync("docs/validate.svg", `${svg.join("\n")}\n`);

function report(): string[] {
  const folder = mkdtempSync(join(tmpdir(), "chatferry-picture-"));
  try {
    let text = readFileSync("fixtures/community.json", "utf8");
    for (const [right, wrong] of slips) {
      if (!text.includes(right)) throw new Error(`The community's file has no ${right}.`);
      text = text.replace(right, wrong);
    }
    writeFileSync(join(folder, "export.json"), text);
    const { stdout } = spawnSync(
      process.execPath,
      [resolve("bin/chatferry.js"), "validate", "export.json"],
      { cwd: folder, env: { ...process.env, FORCE_COLOR: "1" }, encoding: "utf8" },
    );
    return stdout.trimEnd().split("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function drawn(text: string, y: number): string {
  const open = new Set<string>();
  const spans: string[] = [];
  for (const part of `0m${text}`.split("\u001b[")) {
    const end = part.indexOf("m");
    const [code, words] = [part.slice(0, end), part.slice(end + 1)];
    if (code in styles) open.add(code);
    else if (code === "22") for (const weight of ["1", "2"]) open.delete(weight);
    else open.clear();
    if (!words) continue;
    const style = [...open].map((name) => ` ${styles[name]}`).join("");
    spans.push(`<tspan${style}>${escaped(words)}</tspan>`);
  }
  return `<text x="${line.margin}" y="${y}" xml:space="preserve">${spans.join("")}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
