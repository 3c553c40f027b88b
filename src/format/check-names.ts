import { nestingLimit } from "./check-options.ts";
import type { IssueSink } from "./issue.ts";
import { pointerTo } from "./pointer.ts";

/** An object or a list that has begun and not ended. */
interface Open {
  readonly pointer: string;
  /** Of an object: how often each name was met. */
  readonly names: Map<string, number> | undefined;
  /** Of an object, behind a name: that name. */
  name: string | undefined;
  /** Of a list: how many values have ended. */
  index: number;
}

/** Checks that no object of an element has a name twice, its envelope, its item and whatever is nested in it: JSON.parse keeps the last value and hides the others. One issue for each name, where it stands the second time. Names are the same whatever escapes they are written with. What is nested too deeply is left out.
 *
 * @param text the element, well-formed JSON */
export function checkNames(text: string, issues: IssueSink): void {
  const open: Open[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s,:"{}[\]]+/g)) {
    const around = open.at(-1);
    if (token === "{" || token === "[") {
      const names = token === "{" ? new Map<string, number>() : undefined;
      open.push({ pointer: pointerIn(around, open.length), names, name: undefined, index: 0 });
    } else if (token === "}" || token === "]") {
      open.pop();
      endValue(open.at(-1));
    } else if (around?.names === undefined || around.name !== undefined) {
      endValue(around);
    } else {
      const name = token.includes("\\") ? (JSON.parse(token) as string) : token.slice(1, -1);
      const times = (around.names.get(name) ?? 0) + 1;
      around.names.set(name, times);
      around.name = name;
      if (times !== 2 || open.length > nestingLimit) continue;
      issues.push({ code: "duplicate_key", pointer: pointerTo(around.pointer, name), field: name });
    }
  }
}

function endValue(around: Open | undefined): void {
  if (around === undefined) return;
  around.index++;
  around.name = undefined;
}

/** The pointer of what begins now: pointers count from the item. */
function pointerIn(around: Open | undefined, depth: number): string {
  if (around === undefined) return "";
  const { pointer, name, index } = around;
  if (depth === 1 && (name === "item" || name === "data")) return "";
  return pointerTo(pointer, name ?? index);
}
