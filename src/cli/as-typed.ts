import { commandName } from "./command-name.ts";

/** A text in which `chatferry` and a command is what a person types here, see {@link commandName}. */
export function asTyped(text: string): string {
  return text.replaceAll(/(?<![\w/.-])chatferry (?=[a-z[])/g, `${commandName} `);
}
