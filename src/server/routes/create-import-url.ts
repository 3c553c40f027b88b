import * as z from "zod";
import { createImport } from "../../imports/index.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { uploadUrl } from "../upload-url.ts";
import { uploadPath } from "../wire/upload-path.ts";
import { dialectObject } from "../wire/dialect-object.ts";

/** POST /import_urls: a place for a file. */
export const createImportUrlRoute = defineServerRoute({
  method: "POST",
  path: "/import_urls",
  operation: "CreateImportURL",
  summary: "A URL to upload a file to",
  tag: "Imports",
  permission: "uploader",
  rate: 300,
  status: 201,
  body: dialectObject({ filename: z.string() }),
  response: z.object({
    id: z.string(),
    path: z.string().meta({ description: "What POST /imports takes." }),
    upload_url: z.string(),
    expires_at: z.iso.datetime(),
  }),
  async handle({ service: { imports, settings, secret }, caller, body, origin }) {
    const { app, by } = caller;
    const record = await createImport(imports, app, baseName(body.filename), by);
    const expires = Math.floor(Date.now() / 1000) + settings.uploadExpiry;
    const right = { app, id: record.id, expires, maxBytes: settings.maxUpload };
    return {
      id: record.id,
      path: uploadPath(record),
      upload_url: uploadUrl(secret, origin, right, record),
      expires_at: new Date(expires * 1000).toISOString(),
    };
  },
});

/** The last part of a path, of whatever system: clients send what they opened. */
function baseName(path: string): string {
  const name = path.split(/[/\\]/).at(-1)!.trim().toWellFormed();
  return /^\.+$/.test(name) ? "" : name;
}
