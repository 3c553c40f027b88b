import * as z from "zod";
import { explanations, type IssueCode } from "../../format/index.ts";
import { getImport, readIssues } from "../../imports/index.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { issueSchema, presentIssue } from "../wire/issue.ts";

const codes = z.enum(Object.keys(explanations) as [IssueCode, ...IssueCode[]]);

/** GET /imports/{id}/issues: everything that is wrong with the file, page by page. */
export const listIssuesRoute = defineServerRoute({
  method: "GET",
  path: "/imports/:id/issues",
  operation: "ListIssues",
  summary: "The issues of an import, in the order of the file",
  tag: "Imports",
  permission: "member",
  rate: 300,
  query: z.object({
    code: codes.optional(),
    type: z.string().optional().meta({ description: "The type of the item." }),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    cursor: z.string().default("0").meta({ description: "`next` of the page before." }),
  }),
  response: z.object({ issues: z.array(issueSchema), next: z.string().nullable() }),
  async handle({ service: { imports }, caller, query: { code, type, ...page }, param }) {
    const record = await getImport(imports, caller.app, param("id"));
    const { issues, next } = await readIssues(imports, record, {
      ...page,
      ...(code && { code }),
      ...(type !== undefined && { type }),
    });
    return { issues: issues.map(presentIssue), next };
  },
});
