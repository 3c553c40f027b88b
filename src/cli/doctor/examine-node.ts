import type { Finding } from "./finding.ts";

/** The Node that runs this; one that is too old is refused before. */
export function examineNode(): Finding {
  const { node, sqlite } = process.versions;
  return { name: "node", verdict: "fine", text: `Node ${node}, SQLite ${sqlite}`, fix: null };
}
