import * as z from "zod";
import type { ImportRecord } from "../store/index.ts";
import { ApiError } from "./api-error.ts";
import { isSigned, sign } from "./signature.ts";

/** What an upload URL says in its query. */
export const uploadQuery = z.object({
  app: z.string().default(""),
  expires: z.string().default("").meta({ description: "Unix seconds." }),
  max_bytes: z.string().default("").meta({ description: "0 for any number." }),
  length: z.string().default("").meta({
    description: "Bytes of the file; only of uploads in several tries.",
  }),
  signature: z.string().default(""),
});

/** A right to upload a file to an import. */
export interface UploadRight {
  readonly app: string;
  /** Of the import. */
  readonly id: string;
  /** Unix seconds. */
  readonly expires: number;
  /** 0 for any number. */
  readonly maxBytes: number;
  /** Bytes of a file that may come in several tries. */
  readonly length?: number | undefined;
}

/** The URL that gives a right to whoever has it. It ends its path with the name of the file, for people and tools that take a name from there. */
export function uploadUrl(
  secret: Uint8Array,
  origin: string,
  { app, id, expires, maxBytes, length }: UploadRight,
  { fileName }: Pick<ImportRecord, "fileName">,
): string {
  const url = new URL(`${origin}/uploads/${id}/${encodeURIComponent(fileName)}`);
  url.searchParams.set("app", app);
  url.searchParams.set("expires", String(expires));
  url.searchParams.set("max_bytes", String(maxBytes));
  if (length !== undefined) url.searchParams.set("length", String(length));
  const said = [id, app, String(expires), String(maxBytes), String(length ?? "")];
  url.searchParams.set("signature", sign(secret, "upload", ...said));
  return url.href;
}

/** Reads the right from the query of an upload URL.
 *
 * @throws ApiError `not_allowed` when it was not signed here, or has expired */
export function uploadRight(
  secret: Uint8Array,
  id: string,
  query: z.infer<typeof uploadQuery>,
): UploadRight {
  const said = [id, query.app, query.expires, query.max_bytes, query.length];
  if (!isSigned(query.signature, secret, "upload", ...said)) {
    throw new ApiError(
      "not_allowed",
      "The upload URL was not signed by this server.",
      "Use it exactly as it was given, or ask for a new one.",
      { error: "upload_signature" },
    );
  }
  const expires = Number(query.expires);
  if (expires * 1000 <= Date.now()) {
    throw new ApiError("not_allowed", "The upload URL has expired.", "Ask for a new one.", {
      error: "upload_expired",
    });
  }
  const length = query.length === "" ? undefined : Number(query.length);
  return { app: query.app, id, expires, maxBytes: Number(query.max_bytes), length };
}
