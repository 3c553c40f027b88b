import { type Setting, settings } from "../src/server/settings/index.ts";

const marks = /(<!-- settings -->\n).*?(<!-- \/settings -->)/s;

/** docs/operations.md with its table of settings made anew.
 *
 * @param page the page as it is */
export function operationsPage(page: string): string {
  return page.replace(marks, (_, start: string, end: string) => `${start}\n${table()}\n${end}`);
}

function table(): string {
  const rows = Object.values<Setting<unknown>>(settings).map((setting) =>
    [
      setting.flag === undefined ? "" : `\`${setting.flag}\``,
      `\`${setting.env}\``,
      setting.default === undefined ? "" : `\`${setting.default}\``,
      setting.kind.allowed,
      setting.meaning,
    ].join(" | "),
  );
  return `| flag | environment | default | allowed | meaning |\n|---|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;
}
