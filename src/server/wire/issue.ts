import * as z from "zod";
import type { IssueRecord } from "../../analyse/index.ts";

/** An issue, with its place in the file. `error` is its sentence. Source of `error`, `item_type` and `item`: http-api section 4; the rest is ours. */
export const issueSchema = z
  .object({
    error: z.string(),
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    item_type: z.string().nullable(),
    id: z.string().nullable(),
    item: z.unknown(),
    item_text: z.string().nullable(),
    index: z.int(),
    offset: z.int(),
    line: z.int(),
    column: z.int(),
    pointer: z.string(),
    hint: z.string(),
  })
  .meta({ id: "Issue" });

/** An issue as the API shows it. */
export type IssueBody = z.infer<typeof issueSchema>;

/** Presents an issue. */
export function presentIssue(issue: IssueRecord): IssueBody {
  const { message, file: _, ...rest } = issue;
  return { error: message, ...rest };
}
