import type { core } from "zod";
import { oneEditApart } from "../format/index.ts";

type Issue = core.$ZodRawIssue;

/** What is wrong with a field of a query or a body: what it is, and what it takes instead; to be read behind its name. Of what a schema has words of its own for, nothing. */
export function complaint(issue: Issue): string | undefined {
  switch (issue.code) {
    case "invalid_type": {
      const takes = `takes ${kinds[issue.expected] ?? issue.expected}`;
      return issue.input === undefined
        ? `is missing; it ${takes}`
        : `is ${shown(issue)}; it ${takes}`;
    }
    case "invalid_value":
      return `is ${shown(issue)}; it takes ${issue.values.map(String).join(" or ")}`;
    case "too_big":
      return `${measured(issue)}; it takes at most ${issue.maximum}`;
    case "too_small":
      return `${measured(issue)}; it takes at least ${issue.minimum}`;
    case "invalid_format":
      return `is ${shown(issue)}; it takes ${kinds[issue.format] ?? issue.format}`;
    case "unrecognized_keys":
      return `has ${unknownNames(issue)}`;
    default:
      return undefined;
  }
}

const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  email: "an e-mail address",
  int: "a whole number",
  number: "a number",
  object: "an object",
  record: "an object",
  string: "a text",
};

/** What was given; no more of a text than tells which one is meant, and nothing of what may be a secret. */
function shown({ input, path = [] }: Issue): string {
  if (/password|secret|token/.test(String(path.at(-1)))) return "something else";
  if (Number.isNaN(input)) return "no number";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object" && input !== null) return "an object";
  if (input === undefined) return "missing";
  const text = JSON.stringify(input) ?? typeof input;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function measured(issue: Issue): string {
  const { input } = issue;
  if (typeof input === "string") return `has ${input.length} characters`;
  if (Array.isArray(input)) return `has ${input.length} elements`;
  return `is ${shown(issue)}`;
}

/** The names that are not known, and what was perhaps meant by the first. */
function unknownNames({ keys, inst }: Extract<Issue, { code: "unrecognized_keys" }>): string {
  const [first = ""] = keys;
  const { shape = {} } = (inst?._zod.def ?? {}) as { readonly shape?: object };
  const meant = Object.keys(shape).find((name) => oneEditApart(first, name));
  const names = keys.slice(0, 5).map((key) => `\`${key.slice(0, 60)}\``);
  return `${names.join(", ")}, which is not known${meant ? `; did you mean \`${meant}\`?` : ""}`;
}
