import * as z from "zod";
import type { IssueRecord } from "../../analyse/index.ts";
import { parseJson } from "../../format/index.ts";
import { getImport, readReport } from "../../imports/index.ts";
import { csvRow } from "../csv-row.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { download } from "../download.ts";

const columns = [
  "code",
  "severity",
  "message",
  "item_type",
  "id",
  "line",
  "column",
  "offset",
  "index",
  "pointer",
  "hint",
  "item",
  "item_text",
] as const satisfies readonly (keyof IssueRecord)[];

/** GET /imports/{id}/report: every issue, as a file. */
export const getReportRoute = defineServerRoute({
  method: "GET",
  path: "/imports/:id/report",
  operation: "GetReport",
  summary: "Every issue of an import, as JSON Lines, JSON or CSV",
  tag: "Imports",
  permission: "member",
  rate: 60,
  query: z.object({ format: z.enum(["jsonl", "json", "csv"]).default("jsonl") }),
  response: ["application/x-ndjson", "application/json", "text/csv"],
  async handle({ service: { imports }, caller, query: { format }, param }) {
    const record = await getImport(imports, caller.app, param("id"));
    const name = `${record.fileName}.issues.${format}`;
    const report = readReport(imports, record);
    switch (format) {
      case "jsonl":
        return download(report, name, "application/x-ndjson");
      case "json":
        return download(listOf(report), name, "application/json");
      case "csv":
        return download(csvOf(report), name, "text/csv; charset=utf-8");
    }
  },
});

/** The lines as one list. */
async function* listOf(report: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let [left, between] = ["", "[\n"];
  for await (const block of report) {
    const lines = (left + decoder.decode(block, { stream: true })).split("\n");
    left = lines.pop()!;
    if (lines.length === 0) continue;
    yield encoder.encode(between + lines.join(",\n"));
    between = ",\n";
  }
  yield encoder.encode(between === ",\n" ? "\n]\n" : "[]\n");
}

async function* csvOf(report: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  yield encoder.encode(csvRow(columns));
  let left = "";
  for await (const block of report) {
    const lines = (left + decoder.decode(block, { stream: true })).split("\n");
    left = lines.pop()!;
    const rows = lines.map((line) => {
      const issue = parseJson(line) as IssueRecord;
      return csvRow(columns.map((column) => issue[column]));
    });
    yield encoder.encode(rows.join(""));
  }
}
