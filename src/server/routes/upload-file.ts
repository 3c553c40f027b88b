import * as z from "zod";
import { receiveFile } from "../../imports/index.ts";
import { ApiError } from "../api-error.ts";
import { defineOpenRoute } from "../define-open-route.ts";
import { uploadBody } from "../upload-body.ts";
import { uploadTooLarge } from "../upload-too-large.ts";
import { uploadQuery, uploadRight } from "../upload-url.ts";

/** What import files come as. Which of them it is, is told by the bytes. Forms are refused: what is in them is not the file alone, or not as it was. */
const mediaTypes: readonly string[] = [
  "application/json",
  "application/jsonl",
  "application/x-ndjson",
  "application/gzip",
  "application/x-gzip",
  "application/zstd",
  "application/octet-stream",
  "text/plain",
];

/** PUT of an upload URL: the bytes of a file, written to the disk as they come. */
export const uploadFileRoute = defineOpenRoute({
  method: "PUT",
  path: "/uploads/:id/:name",
  operation: "UploadFile",
  summary: "The file of an import, to the URL that was given for it",
  tag: "Imports",
  permission: "signature",
  query: uploadQuery,
  takes: mediaTypes,
  response: z.object({ size: z.int(), sha256: z.string() }),
  async handle({ service: { imports, secret }, param, query, request }) {
    const right = uploadRight(secret, param("id"), query);
    mustBeTaken(request.headers.get("content-type"));
    const size = Number(request.headers.get("content-length") ?? 0);
    if (right.maxBytes > 0 && size > right.maxBytes) throw uploadTooLarge(right.maxBytes);
    const { file } = await receiveFile(
      imports,
      right.app,
      right.id,
      uploadBody(request),
      right.maxBytes || undefined,
    );
    return { size: file!.size, sha256: file!.sha256 };
  },
});

function mustBeTaken(contentType: string | null): void {
  const type = contentType?.split(";")[0]!.trim().toLowerCase();
  if (type === undefined || type === "" || mediaTypes.includes(type)) return;
  throw new ApiError(
    "unsupported_media",
    `A file is not taken as ${type.slice(0, 100)}.`,
    `Send its bytes as they are, with the header Content-Type: application/json, or application/octet-stream.`,
  );
}
