import { basename, relative, sep } from "node:path";

/** How a person runs the command: in a checkout by npm or by its file, else by its name. */
export const commandName = nameOf(process.argv[1] ?? "");

function nameOf(path: string): string {
  if (process.env["npm_lifecycle_event"] === "start") return "npm start --";
  const installed = path.split(sep).includes("node_modules");
  if (basename(path) !== "chatferry.js" || installed) return "chatferry";
  return `node ${relative(process.cwd(), path)}`;
}
