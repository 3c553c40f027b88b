import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { clientOf } from "./client-of.ts";

/** How much of a file is shown at once, in bytes. */
export const filePart = 262_144;

/** A part of the file of an import, decompressed, from `at` on. */
export function filePartQuery(app: string, id: string, at: number) {
  return queryOptions({
    queryKey: ["file", app, id, at],
    queryFn: () => clientOf(app).getPreview(id, at, filePart),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}
