import * as z from "zod";
import { getImport } from "../../imports/index.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { importTaskSchema, presentImport } from "../wire/import-task.ts";

/** GET /imports/{id}. */
export const getImportRoute = defineServerRoute({
  method: "GET",
  path: "/imports/:id",
  operation: "GetImport",
  summary: "An import, with how far it is and what was found",
  tag: "Imports",
  permission: "member",
  rate: 300,
  response: z.object({ import_task: importTaskSchema }),
  async handle({ service: { imports }, caller, param }) {
    const record = await getImport(imports, caller.app, param("id"));
    return { import_task: await presentImport(imports, record, 1000) };
  },
});
