import { getImport, readFile } from "../../imports/index.ts";
import { ApiError } from "../api-error.ts";
import { defineServerRoute } from "../define-server-route.ts";

/** What is shown where no range is asked for, and the most that is shown at once; in bytes. */
const [shown, most] = [65_536, 1_048_576];

/** GET /imports/{id}/preview: a part of the file, decompressed. */
export const getPreviewRoute = defineServerRoute({
  method: "GET",
  path: "/imports/:id/preview",
  operation: "GetPreview",
  summary:
    "The first 64 KiB of the file of an import, decompressed; or what the header Range asks for, up to 1 MiB",
  tag: "Imports",
  permission: "member",
  rate: 300,
  response: ["application/octet-stream"],
  also: { 206: "The range that the header Range asks for." },
  async handle({ service: { imports }, caller, request, param }) {
    const record = await getImport(imports, caller.app, param("id"));
    const asked = request.headers.get("range");
    const { offset, length } = asked === null ? { offset: 0, length: shown } : rangeOf(asked);
    const { bytes, size } = await readFile(imports, record, offset, length);
    if (asked !== null && bytes.length === 0) throw noRange(size);
    const range = `bytes ${offset}-${offset + bytes.length - 1}/${size ?? "*"}`;
    return new Response(Buffer.from(bytes), {
      status: asked === null ? 200 : 206,
      headers: {
        "Content-Type": "application/octet-stream",
        "Content-Length": String(bytes.length),
        "Accept-Ranges": "bytes",
        ...(asked !== null && { "Content-Range": range }),
      },
    });
  },
});

/** One range from its first byte to its last or to the most that is shown. Source: RFC 9110 section 14.1.2. */
function rangeOf(text: string): { offset: number; length: number } {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(text.trim()) ?? [];
  const [from, to] = [Number(first), last === undefined ? Infinity : Number(last)];
  if (first === undefined || to < from) throw noRange(null);
  return { offset: from, length: Math.min(most, to - from + 1) };
}

function noRange(size: number | null): ApiError {
  return new ApiError(
    "range",
    "The header Range asks for nothing that can be shown.",
    "Ask for one range within the file, such as bytes=0-65535.",
    size === null ? {} : { headers: { "Content-Range": `bytes */${size}` } },
  );
}
