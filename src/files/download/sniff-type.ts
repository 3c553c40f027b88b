/** First bytes as hex, and the media type that they tell. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^89504e470d0a1a0a/, "image/png"],
  [/^ffd8ff/, "image/jpeg"],
  [/^4749463839|^4749463837/, "image/gif"],
  [/^52494646.{8}57454250/, "image/webp"],
  [/^.{8}66747970617669[67]/, "image/avif"],
  [/^.{8}66747970(?:68656963|68656978|6865696d|68656973|6d696631|6d736631)/, "image/heic"],
  [/^424d.{8}00000000/, "image/bmp"],
  [/^00000100/, "image/x-icon"],
  [/^49492a00|^4d4d002a/, "image/tiff"],
  [/^.{8}6674797071742020/, "video/quicktime"],
  [/^.{8}667479704d3441/, "audio/mp4"],
  [/^.{8}66747970/, "video/mp4"],
  [/^1a45dfa3/, "video/webm"],
  [/^4f676753/, "application/ogg"],
  [/^52494646.{8}57415645/, "audio/wav"],
  [/^664c6143/, "audio/flac"],
  [/^494433|^ff(?:e[23]|f[23ab])/, "audio/mpeg"],
  [/^255044462d/, "application/pdf"],
  [/^504b0304/, "application/zip"],
  [/^1f8b/, "application/gzip"],
];

const byteOrderMark = /^\u00ef\u00bb\u00bf/;
const markup =
  /^\s*<(?:!doctype html|html|head|body|script|iframe|title|meta|div|p[ >]|br|table|a )/i;
const svg = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/is;

/** How many bytes {@link sniffType} looks at. */
export const sniffed = 512;

/** The media type that the first bytes of a file tell, whatever its name and its sender say; `text/plain` of text that is no HTML, SVG or XML, `application/octet-stream` of what is not known. */
export function sniffType(head: Uint8Array): string {
  const bytes = Buffer.from(head.subarray(0, sniffed));
  const hex = bytes.toString("hex");
  const known = beginnings.find(([pattern]) => pattern.test(hex));
  if (known !== undefined) return known[1];
  const text = bytes.toString("latin1").replace(byteOrderMark, "");
  if (svg.test(text)) return "image/svg+xml";
  if (markup.test(text)) return "text/html";
  if (/^\s*<\?xml/i.test(text)) return "application/xml";
  return bytes.length === 0 || bytes.some(isBinary) ? "application/octet-stream" : "text/plain";
}

/** Control characters that no text has. Source: WHATWG MIME Sniffing, binary data byte. */
function isBinary(byte: number): boolean {
  return byte < 9 || byte === 11 || (byte > 13 && byte < 32 && byte !== 27);
}
