import { contentDisposition } from "./content-disposition.ts";
import { streamOf } from "./stream-of.ts";

/** A response that is to be saved as a file. A failure while it is made breaks it off, so that nobody takes a part for the whole. */
export function download(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  mediaType: string,
): Response {
  return new Response(streamOf(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": contentDisposition("attachment", name),
    },
  });
}
