import * as z from "zod";
import { ApiError } from "./api-error.ts";
import { isSigned, sign } from "./signature.ts";

/** What the URL of a file says in its query. */
export const fileQuery = z.object({
  app: z.string().default(""),
  type: z.string().default("").meta({ description: "The media type of the file." }),
  expires: z.string().default("").meta({ description: "Unix seconds." }),
  signature: z.string().default(""),
});

/** A file, and what it is shown as. */
export interface ShownFile {
  /** Whose it is. */
  readonly app: string;
  /** Its name in the files. */
  readonly name: string;
  /** What people call it. */
  readonly fileName: string;
  /** The media type that its bytes tell. */
  readonly type: string;
}

/** The URL that shows a file to whoever has it, until it expires. Whoever makes it has checked that the file is the app's.
 *
 * @param expires Unix seconds */
export function fileUrl(
  secret: Uint8Array,
  origin: string,
  { app, name, fileName, type }: ShownFile,
  expires: number,
): string {
  const url = new URL(`${origin}/files/${name}/${encodeURIComponent(fileName)}`);
  url.searchParams.set("app", app);
  url.searchParams.set("type", type);
  url.searchParams.set("expires", String(expires));
  url.searchParams.set(
    "signature",
    sign(secret, "file", app, name, fileName, type, String(expires)),
  );
  return url.href;
}

/** Reads the URL of a file.
 *
 * @returns the file, and until when the URL holds, in Unix seconds
 * @throws ApiError `not_allowed` when it was not signed here, or has expired */
export function shownFile(
  secret: Uint8Array,
  name: string,
  fileName: string,
  { app, type, expires, signature }: z.infer<typeof fileQuery>,
): ShownFile & { readonly expires: number } {
  if (!isSigned(signature, secret, "file", app, name, fileName, type, expires)) {
    throw new ApiError(
      "not_allowed",
      "The URL of the file was not signed by this server.",
      "Use it exactly as it was given, or ask for a new one.",
      { error: "file_signature" },
    );
  }
  if (Number(expires) * 1000 <= Date.now()) {
    throw new ApiError("not_allowed", "The URL of the file has expired.", "Ask for a new one.", {
      error: "file_expired",
    });
  }
  return { app, name, fileName, type, expires: Number(expires) };
}
