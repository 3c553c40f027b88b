import { basename } from "node:path";
import { openSource } from "../src/analyse/index.ts";
import { examples, explanations, type IssueCode } from "../src/format/index.ts";
import { analyseBytes, analyseRange } from "../fixtures/analyse-bytes.ts";
import { caseCheckOptions, caseFlags, cases } from "../fixtures/cases.ts";

/** docs/errors.md: every issue code with its sentence, as the analysis of its example, or of a fixture, says it. */
export async function errorsPage(): Promise<string> {
  const codes = Object.keys(explanations) as IssueCode[];
  const sections = [];
  for (const code of codes) sections.push(await section(code));
  const contents = codes.map((code) => `[${code}](#${code})`).join(" · ");
  const head = `# What can be wrong with an import file

Generated from \`src/format/explanations.ts\` and \`src/format/examples.ts\` by \`npm run docs\`; change those. \`chatferry explain CODE\` prints the same.

An *error* keeps a file from being imported, a *warning* does not. Every issue of a file is in its report, with its place; one that only follows from another is withheld, and counted.

${contents}
`;
  return [head, ...sections].join("\n");
}

async function section(code: IssueCode): Promise<string> {
  const { severity, cause, mend } = explanations[code];
  const { sentence, shown } = await shownBy(code);
  return [
    `## ${code}\n`,
    `${severity[0]!.toUpperCase()}${severity.slice(1)}. ${cause}\n`,
    `> ${sentence}\n`,
    `To mend it: ${mend}\n`,
    shown,
  ].join("\n");
}

/** The sentence, and the file that it was found in. */
async function shownBy(code: IssueCode): Promise<{ sentence: string; shown: string }> {
  const example = examples[code];
  if (example !== undefined) {
    const { records } = await analyseBytes(example);
    return { sentence: sentenceOf(code, records), shown: `\`\`\`json\n${example}\`\`\`\n` };
  }
  const fixture = cases.find(({ issues }) => issues[0]?.code === code)!;
  await using source = await openSource(fixture.input);
  const { records } = await analyseRange(source, { check: caseCheckOptions(fixture) });
  const file = basename(fixture.input);
  const flags = caseFlags(fixture).map((flag) => ` ${flag}`);
  const shown = `Example: [${fixture.name}/${file}](../fixtures/${fixture.name}/${file})${flags.length > 0 ? `, with \`${flags.join("").trim()}\`` : ""}\n`;
  return { sentence: sentenceOf(code, records), shown };
}

function sentenceOf(
  code: IssueCode,
  issues: readonly { readonly code: string; readonly message: string }[],
): string {
  return issues.find((issue) => issue.code === code)!.message;
}
