import { pc } from "./colours.ts";
import type { CheckedFiles } from "./check-files.ts";
import type { Inputs } from "./inputs.ts";
import { itemCounts } from "./item-counts.ts";
import { formatCount, formatDuration } from "./numbers.ts";
import { printable } from "./printable.ts";

/** The last lines of what a person reads about checked files: how many issues and items there are, and where the report is. */
export function reportSummary(
  { label }: Inputs,
  { analysis, elapsed, report }: CheckedFiles,
): string {
  const { errors, warnings, withheld } = analysis.issues;
  const mark = analysis.valid ? pc.green("✓") : pc.red("✗");
  const found =
    errors + warnings === 0
      ? "nothing wrong"
      : `${formatCount(errors, "error")}, ${formatCount(warnings, "warning")}`;
  const lines = [
    `${mark} ${pc.bold(printable(label))}: ${found} in ${formatCount(analysis.elements, "item")} ${pc.dim(`(${formatDuration(elapsed)})`)}`,
    `  ${itemCounts(analysis)}`,
  ];
  if (withheld > 0) {
    lines.push(
      `  ${formatCount(withheld, "issue")} withheld: they refer to broken items, and go when those are mended`,
    );
  }
  if (errors + warnings > 0) lines.push(`  complete report: ${printable(report)}`);
  return lines.join("\n");
}
