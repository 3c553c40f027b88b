import { StoreError } from "../store/index.ts";

/** Why somebody cannot do what they want with an import.
 *
 * - `app_not_found`, `app_in_production`: there is no such app, or it takes no imports.
 * - `import_not_found`: the app has no such import.
 * - `import_state`: the import is in a state in which this cannot be done.
 * - `file_missing`: its file was not uploaded, or not to the end.
 * - `upload_offset`: bytes of it were sent that do not follow on those that have arrived.
 * - `confirm_not_permitted`: the app wants somebody else to confirm.
 * - `invalid_file_name`, `invalid_throttle`, `invalid_reason`, `invalid_limit`, `invalid_cursor`, `invalid_range`: what was given is not what it should be. */
export type ImportErrorCode =
  | "app_not_found"
  | "app_in_production"
  | "import_not_found"
  | "import_state"
  | "file_missing"
  | "upload_offset"
  | "confirm_not_permitted"
  | "invalid_file_name"
  | "invalid_throttle"
  | "invalid_reason"
  | "invalid_limit"
  | "invalid_cursor"
  | "invalid_range";

/** Codes of the store that are the mistake of whoever asks, as they are. */
const fromStore: ReadonlySet<string> = new Set([
  "app_not_found",
  "app_in_production",
  "import_not_found",
  "import_state",
  "invalid_limit",
] satisfies ImportErrorCode[]);

/** Something cannot be done with an import. `message` says what, `fix` what to do instead. Failures of the store or the files are errors of their own. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  readonly code: ImportErrorCode;
  readonly fix: string;

  constructor(code: ImportErrorCode, message: string, fix: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.fix = fix;
  }

  /** Runs `work`, and turns what the store refuses in it into an ImportError. */
  static async from<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError) || !fromStore.has(error.code)) throw error;
      throw new ImportError(error.code as ImportErrorCode, error.message, error.fix, error);
    }
  }
}
