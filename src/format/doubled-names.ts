import { nestingLimit } from "./check-options.ts";

interface Open {
  /** Of an object: how often each name was met. */
  readonly names: Map<string, number> | undefined;
  /** Of an object, behind a name: that name. */
  name: string | undefined;
  /** Of a list: how many values have ended. */
  index: number;
}

/** The names that an object in the text gives twice or more, each as the path to it, in the order of the text. JSON.parse hides them: the last value wins. Names are the same whatever escapes they are written with. What is nested too deeply is left out.
 *
 * @param text well-formed JSON */
export function doubledNames(text: string): string[][] {
  const found: string[][] = [];
  const open: Open[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s,:"{}[\]]+/g)) {
    if (token === "{" || token === "[") {
      open.push({ names: token === "{" ? new Map() : undefined, name: undefined, index: 0 });
      continue;
    }
    if (token === "}" || token === "]") open.pop();
    const around = open.at(-1);
    if (around === undefined) continue;
    if (around.names === undefined || around.name !== undefined) {
      around.index++;
      around.name = undefined;
      continue;
    }
    const name = JSON.parse(token) as string;
    const times = (around.names.get(name) ?? 0) + 1;
    around.names.set(name, times);
    around.name = name;
    if (times === 2 && open.length <= nestingLimit) {
      found.push(open.map((level) => level.name ?? String(level.index)));
    }
  }
  return found;
}
