import type { AppBody, ImportTask } from "../../src/server/index.ts";

/** Tells whether somebody may confirm or reject an import: operators, and whoever uploaded it where uploaders do. */
export function mayDecide(
  { confirm }: Pick<AppBody, "confirm">,
  { uploaded_by }: Pick<ImportTask, "uploaded_by">,
  role: string,
  email: string,
): boolean {
  return role !== "member" || (confirm === "uploader" && uploaded_by.name === email);
}
