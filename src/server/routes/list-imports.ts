import * as z from "zod";
import { type ImportState, importStateNames } from "../../store/index.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { importTaskSchema, presentImport } from "../wire/import-task.ts";

const states = z.enum(importStateNames);

/** GET /imports: those that were asked for, newest first. */
export const listImportsRoute = defineServerRoute({
  method: "GET",
  path: "/imports",
  operation: "ListImports",
  summary: "The imports of the app, newest first",
  tag: "Imports",
  permission: "member",
  rate: 300,
  query: z.object({
    limit: z.coerce
      .number()
      .int()
      .min(0)
      .max(100)
      .default(0)
      .meta({ description: "0 is 25, as clients send it that mean none." }),
    offset: z.coerce.number().int().min(0).default(0),
    state: z
      .string()
      .meta({ description: "States, separated by commas." })
      .transform((text): readonly string[] => text.split(","))
      .pipe(z.array(states))
      .optional(),
  }),
  response: z.object({ import_tasks: z.array(importTaskSchema) }),
  async handle({ service: { imports }, caller, query: { limit, offset, state } }) {
    const page: readonly ImportState[] | undefined = state;
    const records = await imports.control.imports(caller.app, {
      ...(limit > 0 && { limit }),
      offset,
      ...(page && { states: page }),
    });
    const tasks = records.map((record) => presentImport(imports, record, 10));
    return { import_tasks: await Promise.all(tasks) };
  },
});
