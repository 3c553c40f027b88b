import type { ImportRecord } from "../store/index.ts";
import { ImportError } from "./import-error.ts";

/** Throws an {@link ImportError} `import_state` where an import has no report and will have none, with what kept it from being made; with `wait`, also where it has none yet. */
export function mustBeChecked(
  { id, state, result, failure }: Pick<ImportRecord, "id" | "state" | "result" | "failure">,
  wait = false,
): void {
  if (result !== null) return;
  const none = `The import "${id}" has no report:`;
  if (state === "analyze_failed" && failure !== null) {
    throw new ImportError("import_state", `${none} ${failure.message}.`, failure.fix);
  }
  if (state === "cancelled") {
    throw new ImportError(
      "import_state",
      `${none} it was cancelled before its file was checked.`,
      "Upload the file again, for a new import.",
    );
  }
  if (!wait) return;
  throw new ImportError(
    "import_state",
    `${none} its file is not checked to the end.`,
    "Wait until it is.",
  );
}
