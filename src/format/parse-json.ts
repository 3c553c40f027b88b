/** A name, or a string behind a comma, that has an escape in it. */
const escapedName = /[{,]\s*"[^"\\]*\\/;

/** JSON.parse, but true to names that have an escape in them: the V8 of Node 24 reads `"c\n"` as a name that ends in a backslash where it has read one like it before (nodejs/node#63785). Text with such names, which is rare, is read by its tokens.
 *
 * @throws SyntaxError as JSON.parse does */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes("\\") && escapedName.test(text) ? parseTokens(text) : value;
}

type Open =
  | { readonly list: unknown[] }
  | { readonly entries: [string, unknown][]; name: string | undefined };

/** Reads text that is known to be JSON, string by string. */
function parseTokens(text: string): unknown {
  const open: Open[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s,:"{}[\]]+/g;
  for (const [token] of text.matchAll(tokens)) {
    let value: unknown;
    if (token === "{") {
      open.push({ entries: [], name: undefined });
      continue;
    } else if (token === "[") {
      open.push({ list: [] });
      continue;
    } else if (token === "}" || token === "]") {
      const closed = open.pop()!;
      value = "list" in closed ? closed.list : Object.fromEntries(closed.entries);
    } else {
      value = JSON.parse(token);
    }
    const around = open.at(-1);
    if (around === undefined) return value;
    if ("list" in around) around.list.push(value);
    else if (around.name === undefined) around.name = value as string;
    else {
      around.entries.push([around.name, value]);
      around.name = undefined;
    }
  }
  return undefined;
}
