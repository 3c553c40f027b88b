import * as z from "zod";
import { itemTypeNames } from "../../format/index.ts";
import { type Imports, readIssues, resultOf } from "../../imports/index.ts";
import { type ImportRecord, importStateNames } from "../../store/index.ts";
import { issueSchema, presentIssue } from "./issue.ts";
import { uploadPath } from "./upload-path.ts";

const actor = z.object({ kind: z.enum(["account", "key", "system"]), name: z.string() });
const state = z.enum(importStateNames);
const counts = z.record(z.string(), z.int());

/** An import. `result`, `progress`, `reconciliation` and `failure` are null before there are any. Source: http-api section 4; fields beyond those are ours. */
export const importTaskSchema = z
  .object({
    id: z.string(),
    path: z.string(),
    mode: z.enum(["upsert", "insert"]),
    state,
    size: z.int().meta({ description: "Bytes of the file as it was uploaded; 0 before." }),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    result: z
      .object({
        errors: z.array(issueSchema).meta({
          description:
            "Where there are errors, the first 1,000 issues, in lists the first 10; all are at /issues.",
        }),
        stats: z.object({ total: counts }),
        issues: z.object({
          errors: z.int(),
          warnings: z.int(),
          withheld: z.int(),
          by_code: counts,
        }),
      })
      .nullable(),
    history: z.array(
      z.object({
        prev_state: state,
        next_state: state,
        created_at: z.iso.datetime(),
        by: actor,
        reason: z.string().nullable(),
      }),
    ),
    merge_custom: z.boolean(),
    references: z.enum(["file", "file-or-app"]),
    throttle: z.int().nullable(),
    file_name: z.string(),
    sha256: z.string().nullable(),
    uploaded_by: actor,
    paused: z.boolean(),
    progress: z
      .object({
        phase: z.enum(["unpacking", "reading", "reporting", "loading"]),
        bytes: z.number(),
        size: z.number(),
        items: z.int(),
        issues: z.int(),
        rate: z.number().nullable(),
        eta: z.number().nullable(),
      })
      .nullable(),
    reconciliation: z
      .record(
        z.string(),
        z.object({
          in_file: z.int(),
          created: z.int(),
          updated: z.int(),
          unchanged: z.int(),
          skipped: z.int(),
        }),
      )
      .nullable(),
    failure: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
  })
  .meta({ id: "ImportTask" });

/** An import as the API shows it. */
export type ImportTask = z.infer<typeof importTaskSchema>;

/** Presents an import.
 *
 * @param most issues in its result
 * @throws FilesError when its report cannot be read */
export async function presentImport(
  imports: Pick<Imports, "files">,
  record: ImportRecord,
  most: 10 | 1000,
): Promise<ImportTask> {
  const { file, reconciliation, failure } = record;
  return {
    id: record.id,
    path: uploadPath(record),
    mode: record.mode,
    state: record.state,
    size: file?.size ?? 0,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    result: await presentResult(imports, record, most),
    history: record.history.map(({ previous, next, at, by, reason }) => ({
      prev_state: previous,
      next_state: next,
      created_at: at,
      by,
      reason,
    })),
    merge_custom: record.mergeCustom,
    references: record.references,
    throttle: record.throttle,
    file_name: record.fileName,
    sha256: file?.sha256 ?? null,
    uploaded_by: record.uploadedBy,
    paused: record.paused,
    progress: presentProgress(record),
    reconciliation,
    failure,
  };
}

/** Where no worker is on it, nothing gets done in a second, and nobody knows how long it will take. */
function presentProgress({ state, paused, progress }: ImportRecord): ImportTask["progress"] {
  const isGoingOn = !paused && (state === "analyzing" || state === "importing");
  return progress && (isGoingOn ? progress : { ...progress, rate: null, eta: null });
}

async function presentResult(
  imports: Pick<Imports, "files">,
  record: ImportRecord,
  most: number,
): Promise<ImportTask["result"]> {
  const result = resultOf(record);
  if (result === null) return null;
  // Who reads `errors` takes what is in it for what failed: a valid file has none, only warnings.
  const { issues } =
    result.issues.errors > 0 ? await readIssues(imports, record, { limit: most }) : { issues: [] };
  const total = itemTypeNames.map((type) => [`${type}s`, result.stats[type]] as const);
  return {
    errors: issues.map(presentIssue),
    stats: { total: Object.fromEntries(total) },
    issues: result.issues,
  };
}
