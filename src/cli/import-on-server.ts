import type { Command } from "commander";
import type { ImportFlags } from "./import.ts";
import { uploadFile } from "./upload.ts";
import { UsageError } from "./usage-error.ts";

/** Flags that a server has its own say about: its app's settings and its own limits. */
const local = [
  "roles",
  "channelTypes",
  "lighterValidationId",
  "multiTenant",
  "report",
  "tmp",
  "threads",
  "maxItem",
  "maxSize",
] as const satisfies readonly (keyof ImportFlags)[];

/** `chatferry import` where a server is named: the file is uploaded, checked and, with `--yes`, loaded there; without, it waits for confirmation.
 *
 * @throws UsageError for what the API cannot be asked; what {@link uploadFile} throws */
export async function importOnServer(
  [file, ...others]: readonly string[],
  flags: ImportFlags,
  command: Command,
): Promise<void> {
  if (file === undefined || others.length > 0) {
    throw new UsageError("a server imports each file by itself; name one at a time");
  }
  const given = local.find((name) => command.getOptionValueSource(name) === "cli");
  if (given !== undefined) {
    const { long } = command.options.find((option) => option.attributeName() === given)!;
    throw new UsageError(`a server checks by the settings of its app; leave ${long} out`);
  }
  const { mode, mergeCustom, format, yes: confirm } = flags;
  const how = { mode, mergeCustom, format, references: "file", watch: true } as const;
  await uploadFile(file, { ...how, ...(confirm && { confirm }) }, command);
}
