import * as z from "zod";
import { getImport, startImport } from "../../imports/index.ts";
import { ApiError } from "../api-error.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { importTaskSchema, presentImport } from "../wire/import-task.ts";
import { uploadPath } from "../wire/upload-path.ts";
import { dialectObject } from "../wire/dialect-object.ts";

/** POST /imports: asks for the import of a file that was uploaded. */
export const createImportRoute = defineServerRoute({
  method: "POST",
  path: "/imports",
  operation: "CreateImport",
  summary: "Import a file that was uploaded",
  tag: "Imports",
  permission: "uploader",
  rate: 300,
  status: 201,
  body: dialectObject({
    path: z.string().meta({ description: "As POST /import_urls gave it." }),
    mode: z.enum(["upsert", "insert"]).default("upsert"),
    merge_custom: z.boolean().default(true),
    references: z.enum(["file", "file-or-app"]).default("file"),
    throttle: z
      .int()
      .nullable()
      .default(null)
      .meta({ description: "Most items that are loaded in a second; null for no limit." }),
  }),
  response: z.object({ import_task: importTaskSchema }),
  async handle({ service: { imports }, caller: { app, by }, body }) {
    const { path, merge_custom: mergeCustom, ...options } = body;
    const [, id = ""] = /^imports\/([^/]+)\//.exec(path) ?? [];
    const record = id && (await getImport(imports, app, id));
    if (!record || uploadPath(record) !== path) {
      throw new ApiError(
        "invalid_input",
        "`path` in the body is none that was given for an upload.",
        "Give the `path` of POST /import_urls, as it is.",
      );
    }
    const started = await startImport(imports, app, id, by, { ...options, mergeCustom });
    return { import_task: await presentImport(imports, started, 1000) };
  },
});
