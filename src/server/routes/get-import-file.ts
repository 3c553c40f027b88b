import * as z from "zod";
import { getImport, ImportError } from "../../imports/index.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { fileUrl } from "../file-url.ts";

/** How long the URL of a file holds, in seconds. */
const holds = 900;

/** GET /imports/{id}/file: where the file of an import is, as it was uploaded. */
export const getImportFileRoute = defineServerRoute({
  method: "GET",
  path: "/imports/:id/file",
  operation: "GetImportFile",
  summary: "A URL at which the file of an import can be saved for a quarter of an hour",
  tag: "Imports",
  permission: "member",
  rate: 300,
  response: z.object({ url: z.string(), expires_at: z.iso.datetime() }),
  async handle({ service: { imports, secret }, caller: { app }, param, origin }) {
    const { file, fileName } = await getImport(imports, app, param("id"));
    if (file === null) {
      throw new ImportError(
        "file_missing",
        `The file ${fileName} is not uploaded yet.`,
        "Upload it to its upload URL first.",
      );
    }
    const expires = Math.floor(Date.now() / 1000) + holds;
    const shown = { app, name: file.name, fileName, type: "application/octet-stream" };
    return {
      url: fileUrl(secret, origin, shown, expires),
      expires_at: new Date(expires * 1000).toISOString(),
    };
  },
});
