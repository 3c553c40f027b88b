import { commandName } from "./command-name.ts";

/** A text of ours in which `chatferry` and a command is what a person types here, see {@link commandName}. Not for what may quote somebody: a database or a folder may have the name of the product, too. */
export function asTyped(text: string): string {
  return text.replaceAll(/(?<![\w/.-])chatferry (?=[a-z[])/g, `${commandName} `);
}
