import { cid } from "../format/index.ts";

/** The cid of a channel as a person names it: `type:[a b]` names a distinct channel by its members, as issues do. */
export function asCid(text: string): string {
  const match = /^([^:]+):\[(.*)\]$/.exec(text);
  return (match && cid(match[1], undefined, match[2]!.split(/[\s,]+/).filter(Boolean))) ?? text;
}
