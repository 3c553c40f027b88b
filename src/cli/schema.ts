import type { Command } from "commander";
import { jsonSchema } from "../format/index.ts";

/** `chatferry schema`: the JSON Schema of an import file. */
export function addSchema(program: Command): void {
  program
    .command("schema")
    .summary("the JSON Schema of an import file, for editors")
    .description(
      "Prints the JSON Schema (draft 2020-12) of an import file, with which editors complete and check as you write.",
    )
    .addHelpText("after", "\nExample:\n  chatferry schema > import.schema.json")
    .action(() => console.log(JSON.stringify(jsonSchema(), undefined, 2)));
}
