import { CommanderError } from "commander";
import { asTyped } from "./as-typed.ts";
import { pc } from "./colours.ts";
import { ApiError } from "../client/index.ts";
import { SettingsError } from "../server/settings/index.ts";
import { StoreError, type StoreErrorCode } from "../store/index.ts";
import { exitCode } from "./exit-code.ts";
import { NotFoundError } from "./not-found-error.ts";
import { printable } from "./printable.ts";
import { UsageError } from "./usage-error.ts";

/** Says what went wrong and how to mend it, and gives the exit code. */
export function printError(error: unknown): number {
  // Commander has already said what it has to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
  if (error instanceof Error && error.name === "AbortError") {
    console.error("interrupted; nothing was left half done");
    return exitCode.interrupted;
  }
  const message = error instanceof Error ? error.message : String(error);
  console.error(`${pc.red("error:")} ${printable(message)}`);
  if (error instanceof UsageError) return exitCode.usage;
  if (error instanceof Error && "fix" in error) {
    console.error(`${pc.bold("to mend it:")} ${asTyped(String(error.fix))}`);
  } else {
    console.error("This was not foreseen. Please report it with what follows:");
    console.error(error);
  }
  const mistake =
    error instanceof NotFoundError || (error instanceof StoreError && mistakes.has(error.code));
  const refused = error instanceof ApiError && error.status < 500 && error.status !== 429;
  return mistake || refused || error instanceof SettingsError ? exitCode.usage : exitCode.failure;
}

/** What the store says of a command that was given wrongly. */
const mistakes: ReadonlySet<StoreErrorCode> = new Set([
  "app_not_found",
  "app_exists",
  "key_not_found",
  "invalid_filter",
  "invalid_sort",
  "invalid_limit",
  "invalid_cursor",
]);
