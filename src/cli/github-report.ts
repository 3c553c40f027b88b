import type { Analysis, IssueRecord } from "../analyse/index.ts";
import type { CheckedFiles } from "./check-files.ts";
import { excerpt } from "./excerpt.ts";
import type { Inputs } from "./inputs.ts";
import { formatNumber } from "./numbers.ts";
import { printable } from "./printable.ts";
import { reportSummary } from "./report-summary.ts";

/** How many annotations of a kind GitHub shows for one step. */
const most = 10;

/** What a workflow of GitHub Actions turns into annotations: ten errors and ten warnings at most, of as many codes as there are, at the places of the fields, then the counts. Source: GitHub's page on workflow commands. */
export async function githubReport(inputs: Inputs, checked: CheckedFiles): Promise<string> {
  const { analysis, report } = checked;
  const { errors, warnings } = analysis.issues;
  const shown = [...annotated(analysis, "error"), ...annotated(analysis, "warning")];
  const lines: string[] = [];
  for (const issue of shown) lines.push(await annotation(inputs, issue));
  const more = errors + warnings - shown.length;
  if (more > 0) {
    const text = `… and ${formatNumber(more)} more; the complete report is ${printable(report)}`;
    lines.push(`::notice title=chatferry::${escapeData(text)}`);
  }
  return [...lines, reportSummary(inputs, checked)].join("\n");
}

/** The first issue of each code, then the second, then the third. */
function annotated({ firstByCode }: Analysis, severity: IssueRecord["severity"]): IssueRecord[] {
  const issues = Array.from(firstByCode.values(), (ofCode) => [...ofCode.entries()]).flat();
  return issues
    .filter(([, issue]) => issue.severity === severity)
    .sort(([a], [b]) => a - b)
    .slice(0, most)
    .map(([, issue]) => issue);
}

async function annotation({ sources }: Inputs, issue: IssueRecord): Promise<string> {
  const { severity, file, code, message, hint } = issue;
  const { line, column } = await excerpt(
    sources.find(({ name }) => name === file)!,
    issue,
  );
  const place = file === "-" ? "" : `file=${escapeProperty(file)},line=${line},col=${column},`;
  const text = `${printable(message)}\n${printable(hint)}`;
  return `::${severity} ${place}title=${escapeProperty(code)}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return printable(escapeData(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
