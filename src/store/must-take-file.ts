import type { ImportRecord } from "./import-record.ts";
import { StoreError } from "./store-error.ts";
import { wrongImportState } from "./wrong-import-state.ts";

/** Throws a {@link StoreError} `import_state` unless an import waits for its file. */
export function mustTakeFile({
  id,
  state,
  file,
}: Pick<ImportRecord, "id" | "state" | "file">): void {
  if (state !== "uploading") throw wrongImportState(id, state, "take a file");
  if (file === null) return;
  throw new StoreError(
    "import_state",
    `The file of the import "${id}" is there already.`,
    "Ask for the import; or ask for a new upload URL to upload another file.",
  );
}
