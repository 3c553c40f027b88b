import { defineOpenRoute } from "../define-open-route.ts";
import { fileQuery, shownFile } from "../file-url.ts";
import { showFile } from "../show-file.ts";

/** GET of the URL that was given for a file. */
export const getFileRoute = defineOpenRoute({
  method: "GET",
  path: "/files/:name/:fileName",
  operation: "GetFile",
  summary: "A file, or a range of it, at the URL that was given for it",
  tag: "Files",
  permission: "signature",
  query: fileQuery,
  response: ["*/*"],
  also: { 206: "The range that the header Range asks for." },
  async handle({ service: { imports, secret }, param, query, request }) {
    const file = shownFile(secret, param("name"), param("fileName"), query);
    return showFile(imports.files, request, file);
  },
});
