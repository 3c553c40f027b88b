import type { ImportRecord } from "../../store/index.ts";

/** The `path` that a file is known by: it ends with the name that the uploader gave. */
export function uploadPath({ id, fileName }: Pick<ImportRecord, "id" | "fileName">): string {
  return `imports/${id}/${fileName}`;
}
