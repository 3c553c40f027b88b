import type { AppBody } from "../../src/server/index.ts";

/** Tells whether somebody may upload a file to an app: operators, and members where uploaders confirm themselves. */
export function mayUpload({ confirm }: Pick<AppBody, "confirm">, role: string): boolean {
  return role !== "member" || confirm === "uploader";
}
