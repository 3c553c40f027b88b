import type { ImportRecord } from "../store/index.ts";
import { ImportError } from "./import-error.ts";
import type { Imports } from "./imports.ts";

/** An import of an app. Rejects with `import_not_found`; also where another app has it. */
export async function getImport(
  { control }: Pick<Imports, "control">,
  app: string,
  id: string,
): Promise<ImportRecord> {
  const record = await control.import(app, id);
  if (record !== undefined) return record;
  throw new ImportError(
    "import_not_found",
    `The app "${app}" has no import "${id.slice(0, 64)}".`,
    "List the imports of the app and name one of them.",
  );
}
