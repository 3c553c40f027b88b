import { pc } from "./colours.ts";
import { printable } from "./printable.ts";

const widestCell = 48;

/** Lays out rows under headers, columns as wide as they need, long cells cut. Numbers are set to the right. Values from a file are made safe to print. */
export function table(headers: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cells = rows.map((row) => row.map(cell));
  const widths = headers.map((header, at) =>
    Math.max(header.length, ...cells.map((row) => width(row[at]!))),
  );
  const isNumber = headers.map((_, at) => rows.some((row) => typeof row[at] === "number"));
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => {
        const space = " ".repeat(widths[at]! - width(text));
        return isNumber[at] ? space + text : text + space;
      })
      .join("  ")
      .trimEnd();
  return [pc.bold(line(headers)), ...cells.map(line)].join("\n");
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return value.toLocaleString("en-US");
  const text = printable(typeof value === "string" ? value : JSON.stringify(value));
  const characters = Array.from(text);
  return characters.length > widestCell ? `${characters.slice(0, widestCell - 1).join("")}…` : text;
}

function width(text: string): number {
  return Array.from(text).length;
}
