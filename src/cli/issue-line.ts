import type { IssueBody } from "../server/index.ts";
import { pc } from "./colours.ts";
import { printable } from "./printable.ts";

/** An issue of an import as a person reads it: its place, its code, its sentence, and how to mend it. */
export function issueLine({ line, column, severity, code, error, hint }: IssueBody): string {
  const colour = severity === "error" ? pc.red : pc.yellow;
  return `  ${pc.cyan(`${line}:${column}`)} ${colour(code)} ${printable(error)}\n    ${pc.dim("=")} ${printable(hint)}`;
}
