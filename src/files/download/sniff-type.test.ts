import { expect, test } from "vitest";
import { sniffType } from "./sniff-type.ts";

test.for([
  ["\u0089PNG\r\n\u001a\n....", "image/png"],
  ["\u00ff\u00d8\u00ff\u00e0", "image/jpeg"],
  ["RIFF\0\n\n\0WEBPVP8 ", "image/webp"],
  ["RIFF\0\n\n\0WAVEfmt ", "audio/wav"],
  ["\0\0\0\u0020ftypavif", "image/avif"],
  ["\0\0\0\u0020ftypisom", "video/mp4"],
  ["%PDF-1.7", "application/pdf"],
  ['<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="', "image/svg+xml"],
  ["\n <!doctype html>", "text/html"],
  ["\u00ef\u00bb\u00bf<html>", "text/html"],
  ["<script>", "text/html"],
  ["<?xml version='1.0'?><feed>", "application/xml"],
  ["GIF is a format", "text/plain"],
  ["BM are two letters", "text/plain"],
  ["\0\u0001\u0002", "application/octet-stream"],
  ["", "application/octet-stream"],
] as const)("%j is %s", ([text, type]) => {
  expect(sniffType(Buffer.from(text, "latin1"))).toBe(type);
});
