import { type Files, FilesError } from "../files/index.ts";
import { ApiError } from "./api-error.ts";
import { askedRange } from "./asked-range.ts";
import { contentDisposition } from "./content-disposition.ts";
import type { ShownFile } from "./file-url.ts";
import { streamOf } from "./stream-of.ts";

const block = 262_144;

/** What browsers show without running anything. All else is saved: a page, a drawing or a document would be of our origin. */
const shown =
  /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/ogg)$/;

/** A response with a file, or with the range of it that is asked for. Whatever the file is, it runs nothing: it has an origin of its own, loads nothing, and is taken for nothing but its type.
 *
 * @param expires until when others may keep it, in Unix seconds
 * @throws ApiError `range`, `not_found`; FilesError */
export async function showFile(
  files: Files,
  { headers }: Request,
  { name, fileName, type, expires }: ShownFile & { readonly expires: number },
): Promise<Response> {
  const size = await sizeOf(files, name);
  const etag = `"${name}"`;
  // A part of another file than the one that is there would not fit.
  const same = [null, etag].includes(headers.get("if-range"));
  const asked = same ? askedRange(headers.get("range"), size) : undefined;
  if (asked === null) {
    throw new ApiError(
      "range",
      "The header Range asks for nothing that the file has.",
      `Ask for a range of its ${size} bytes.`,
      { headers: { "Content-Range": `bytes */${size}` } },
    );
  }
  const { from, to } = asked ?? { from: 0, to: size };
  const seconds = Math.max(0, expires - Math.ceil(Date.now() / 1000));
  return new Response(streamOf(blocksOf(files, name, from, to)), {
    status: asked === undefined ? 200 : 206,
    headers: {
      "Accept-Ranges": "bytes",
      "Cache-Control": `private, max-age=${seconds}, immutable`,
      "Content-Disposition": contentDisposition(
        shown.test(type) ? "inline" : "attachment",
        fileName,
      ),
      "Content-Length": String(to - from),
      ...(asked && { "Content-Range": `bytes ${from}-${to - 1}/${size}` }),
      "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "Content-Type": type,
      // Pages of other sites show it, too: the URL is the right to do so.
      "Cross-Origin-Resource-Policy": "cross-origin",
      ETag: etag,
    },
  });
}

async function sizeOf(files: Files, name: string): Promise<number> {
  try {
    await using range = await files.open(name);
    return range.size;
  } catch (error) {
    if (!(error instanceof FilesError) || error.code !== "file_not_found") throw error;
    throw new ApiError("not_found", "The file is no longer there.", "Ask for a new URL.", {
      error: "file_not_found",
      cause: error,
    });
  }
}

/** Opened when it is read: whoever asks for the headers alone, or goes away at once, leaves nothing open. */
async function* blocksOf(
  files: Files,
  name: string,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  await using range = await files.open(name);
  for (let at = from; at < to; at += block) yield await range.read(at, Math.min(block, to - at));
}
