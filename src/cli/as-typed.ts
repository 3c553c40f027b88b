import { commandName } from "./command-name.ts";

/** The commands that texts name; a database or a folder may have the name of the product, too. */
const commands =
  "demo|validate|import|query|generate|serve|upload|imports|login|worker|apps|keys|token|doctor|schema|explain|completion";

const named = new RegExp(`(?<![\\w/.-])chatferry (?=(?:${commands})\\b|\\[)`, "g");

/** A text in which `chatferry` and a command is what a person types here, see {@link commandName}. */
export function asTyped(text: string): string {
  return text.replaceAll(named, `${commandName} `);
}
