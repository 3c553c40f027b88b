import { streamOf } from "./stream-of.ts";

/** A response that is to be saved as a file. A failure while it is made breaks it off, so that nobody takes a part for the whole. */
export function download(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  mediaType: string,
): Response {
  const plain = name.replaceAll(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, percent);
  return new Response(streamOf(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    },
  });
}

/** What RFC 8187 wants encoded beside what encodeURIComponent does. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
