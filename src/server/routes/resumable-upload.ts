import { continueUpload, getImport, uploadState } from "../../imports/index.ts";
import { ApiError } from "../api-error.ts";
import { defineOpenRoute } from "../define-open-route.ts";
import { uploadBody } from "../upload-body.ts";
import { uploadTooLarge } from "../upload-too-large.ts";
import { uploadQuery, type UploadRight, uploadRight, uploadUrl } from "../upload-url.ts";

const version = "1.0.0";
const mediaType = "application/offset+octet-stream";

/** How long an upload may take that was begun, in seconds: what is not complete after that is removed. */
const longest = 86_400;

/** How far an upload in several tries is. */
export interface ResumableUploadBody {
  /** Bytes that have arrived. */
  readonly offset: number;
  /** Bytes of the file. */
  readonly length: number;
  /** Of the file, as hex; null while bytes are missing. */
  readonly sha256: string | null;
}

const about = { path: "/uploads/:id/:name", tag: "Imports", query: uploadQuery } as const;

/** Uploads in several tries by tus 1.0.0, with its extensions creation and expiration, to the URL that was given for a file. Source: https://tus.io/protocols/resumable-upload */
export const resumableUploadRoutes = [
  /** POST of an upload URL: the URL that bytes may go to in several tries. */
  defineOpenRoute({
    ...about,
    method: "POST",
    operation: "BeginUpload",
    summary:
      "Begins an upload in several tries (tus 1.0.0), of as many bytes as the header Upload-Length says; the header Location is where they go",
    permission: "signature",
    status: 201,
    response: [],
    async handle({ service: { imports, secret }, param, query, request, origin }) {
      const right = uploadRight(secret, param("id"), query);
      mustSpeakTus(request);
      const length = headerOf(request, "Upload-Length");
      if (right.maxBytes > 0 && length > right.maxBytes) throw uploadTooLarge(right.maxBytes);
      const { app, id } = right;
      if (length === 0) {
        await continueUpload(imports, app, id, { length, offset: 0, bytes: uploadBody(request) });
      } else await uploadState(imports, app, id);
      const expires = Math.floor(Date.now() / 1000) + longest;
      const record = await getImport(imports, app, id);
      const location = uploadUrl(secret, origin, { ...right, expires, length }, record);
      return answer(201, { ...right, expires }, { Location: location });
    },
  }),
  /** GET and HEAD of that URL: how far the upload is. */
  defineOpenRoute({
    ...about,
    method: "GET",
    operation: "GetUpload",
    summary: "How many bytes have arrived of an upload in several tries; also by HEAD, in headers",
    permission: "signature",
    response: ["application/json"],
    async handle({ service: { imports, secret }, param, query, request }) {
      const right = uploadRight(secret, param("id"), query);
      if (request.headers.has("tus-resumable")) mustSpeakTus(request);
      const length = lengthOf(right);
      const { offset, file } = await uploadState(imports, right.app, right.id);
      const body: ResumableUploadBody = { offset, length, sha256: file?.sha256 ?? null };
      return answer(
        200,
        right,
        { "Upload-Offset": String(offset), "Upload-Length": String(length) },
        JSON.stringify(body),
      );
    },
  }),
  /** PATCH of that URL: bytes behind those that have arrived. */
  defineOpenRoute({
    ...about,
    method: "PATCH",
    operation: "ContinueUpload",
    summary:
      "Bytes of an upload in several tries, from the one that the header Upload-Offset says; what has arrived when it breaks off is kept",
    permission: "signature",
    takes: [mediaType],
    status: 204,
    response: [],
    async handle({ service: { imports, secret }, param, query, request }) {
      const right = uploadRight(secret, param("id"), query);
      mustSpeakTus(request);
      const length = lengthOf(right);
      if (request.headers.get("content-type") !== mediaType) {
        throw new ApiError(
          "unsupported_media",
          "Bytes of an upload in several tries are taken as their own media type alone.",
          `Send them with the header Content-Type: ${mediaType}.`,
        );
      }
      const offset = headerOf(request, "Upload-Offset");
      const part = { length, offset, bytes: uploadBody(request) };
      const state = await continueUpload(imports, right.app, right.id, part);
      return answer(204, right, { "Upload-Offset": String(state.offset) });
    },
  }),
] as const;

function answer(
  status: number,
  { expires }: Pick<UploadRight, "expires">,
  headers: Readonly<Record<string, string>>,
  body: string | null = null,
): Response {
  return new Response(body, {
    status,
    headers: {
      "Tus-Resumable": version,
      "Upload-Expires": new Date(expires * 1000).toUTCString(),
      ...(body !== null && { "Content-Type": "application/json" }),
      ...headers,
    },
  });
}

function mustSpeakTus({ headers }: Request): void {
  if (headers.get("tus-resumable") === version) return;
  throw new ApiError(
    "protocol_version",
    "An upload in several tries speaks tus 1.0.0.",
    `Send the header Tus-Resumable: ${version}; or PUT the whole file to the URL.`,
    { headers: { "Tus-Version": version } },
  );
}

function headerOf({ headers }: Request, name: string): number {
  const text = headers.get(name) ?? "";
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ApiError(
    "invalid_input",
    `The header ${name} is no number of bytes.`,
    "Send it as tus 1.0.0 says.",
  );
}

function lengthOf({ length }: UploadRight): number {
  if (length !== undefined) return length;
  throw new ApiError(
    "invalid_input",
    "The upload was not begun.",
    "Begin it by POST to this URL with the header Upload-Length, and go on with the URL in the header Location.",
  );
}
