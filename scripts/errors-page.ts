import { existsSync, readdirSync } from "node:fs";
import { examples, explanations, type IssueCode } from "../src/format/index.ts";
import { exampleIssues } from "./example-issues.ts";

/** docs/errors.md: every issue code with its sentence as the analysis of its example says it. */
export async function errorsPage(): Promise<string> {
  const codes = Object.keys(explanations) as IssueCode[];
  const sections = [];
  for (const code of codes) sections.push(await section(code));
  const toc = codes.map((code) => `[${code}](#${code})`).join(" · ");
  const head = `# What can be wrong with an import file

Generated from \`src/format/explanations.ts\` and \`src/format/examples.ts\` by \`npm run docs\`; change those. \`chatferry explain CODE\` prints the same.

An *error* keeps a file from being imported, a *warning* does not. Every issue of a file is in its report, with its place; one that only follows from another is withheld, and counted.

${toc}
`;
  return [head, ...sections].join("\n");
}

async function section(code: IssueCode): Promise<string> {
  const { severity, cause, mend } = explanations[code];
  const parts = [`## ${code}\n`, `${severity[0]!.toUpperCase()}${severity.slice(1)}. ${cause}\n`];
  const example = examples[code];
  if (example !== undefined) {
    const issue = (await exampleIssues(example)).find((found) => found.code === code)!;
    parts.push(`> ${issue.message}\n`, `To mend it: ${mend}\n`, `\`\`\`json\n${example}\`\`\`\n`);
  } else {
    const fixture = code.replaceAll("_", "-");
    parts.push(`To mend it: ${mend}\n`);
    if (existsSync(`fixtures/${fixture}`)) {
      parts.push(
        `Example: [${readdirSync(`fixtures/${fixture}`).find((file) => file.startsWith("input"))}](../fixtures/${fixture})\n`,
      );
    }
  }
  return parts.join("\n");
}
