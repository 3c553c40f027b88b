import type { Analysis, IssueRecord } from "../analyse/index.ts";
import type { CheckedFiles } from "./check-files.ts";
import type { Inputs } from "./inputs.ts";
import { formatNumber } from "./numbers.ts";
import { printable } from "./printable.ts";
import { reportSummary } from "./report-summary.ts";

/** How many annotations of a kind GitHub shows for one step. */
const most = 10;

/** What a workflow of GitHub Actions turns into annotations: ten errors and ten warnings at most, of as many codes as there are, then the counts. Source: GitHub's page on workflow commands. */
export function githubReport(inputs: Inputs, checked: CheckedFiles): string {
  const { analysis, report } = checked;
  const { errors, warnings } = analysis.issues;
  const shown = [...annotated(analysis, "error"), ...annotated(analysis, "warning")];
  const lines = shown.map(annotation);
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

function annotation({ severity, file, line, column, code, message, hint }: IssueRecord): string {
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
