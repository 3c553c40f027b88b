import { pc } from "./colours.ts";
import type { Analysis, IssueRecord } from "../analyse/index.ts";
import { explanations, type IssueCode } from "../format/index.ts";
import type { CheckedFiles } from "./check-files.ts";
import { excerpt } from "./excerpt.ts";
import type { Inputs } from "./inputs.ts";
import { formatNumber } from "./numbers.ts";
import { printable } from "./printable.ts";
import { reportSummary } from "./report-summary.ts";

/** What a person reads about checked files: issues grouped by code, errors first, a few of each with their place and the piece of the line, then the counts. */
export async function textReport(inputs: Inputs, checked: CheckedFiles): Promise<string> {
  const blocks: string[] = [];
  const { analysis } = checked;
  for (const [code, issues] of sorted(analysis)) {
    blocks.push(await codeBlock(inputs, code, issues, analysis.issues.by_code[code]!));
  }
  return [...blocks, reportSummary(inputs, checked)].join("\n\n");
}

function sorted({ firstByCode, issues }: Analysis): [IssueCode, readonly IssueRecord[]][] {
  const rank = (code: IssueCode) => (explanations[code].severity === "error" ? 0 : 1);
  const count = (code: IssueCode) => issues.by_code[code] ?? 0;
  return [...firstByCode].sort(([a], [b]) => rank(a) - rank(b) || count(b) - count(a));
}

async function codeBlock(
  inputs: Inputs,
  code: IssueCode,
  issues: readonly IssueRecord[],
  count: number,
): Promise<string> {
  const { severity, cause, mend } = explanations[code];
  const colour = severity === "error" ? pc.red : pc.yellow;
  const head = `${colour(pc.bold(severity))} ${pc.bold(code)} ${pc.dim(`(${formatNumber(count)})`)} ${cause}`;
  const parts = [head];
  for (const issue of issues) parts.push(await issueBlock(inputs, issue));
  const more = count - issues.length;
  if (more > 0) parts.push(pc.dim(`  … and ${formatNumber(more)} more`));
  if (issues.some(({ hint }) => hint === mend)) parts.push(`  ${pc.dim("=")} ${mend}`);
  return parts.join("\n");
}

async function issueBlock({ sources }: Inputs, issue: IssueRecord): Promise<string> {
  const source = sources.find(({ name }) => name === issue.file)!;
  const name = issue.file === "-" ? "stdin" : issue.file;
  const { line, column, text, from, length } = await excerpt(source, issue);
  const under = `${" ".repeat(from)}${"^".repeat(Math.min(length, text.length - from) || 1)}`;
  const lines = [
    `  ${pc.cyan(`${printable(name)}:${line}:${column}`)} ${printable(issue.message)}`,
    `${pc.dim(`${String(line).padStart(7)} |`)} ${text}`,
    `${pc.dim("        |")} ${pc.red(under)}`,
  ];
  if (issue.hint !== explanations[issue.code].mend) {
    lines.push(`${pc.dim("        =")} ${printable(issue.hint)}`);
  }
  return lines.join("\n");
}
