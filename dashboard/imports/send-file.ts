import { ApiError } from "../../src/client/index.ts";
import type { ErrorBody } from "../../src/server/index.ts";

/** Sends a file to its upload URL. Not by `fetch`, which does not tell a page how far it is.
 *
 * @throws ApiError what the server answers; an Error where the connection broke; the signal's reason */
export function sendFile(
  url: string,
  file: File,
  {
    onProgress,
    signal,
  }: { readonly onProgress: (bytes: number) => void; readonly signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("load", () => {
      if (request.status < 300) return resolve();
      const body = request.response as ErrorBody | null;
      reject(body === null ? broken() : new ApiError(body));
    });
    request.addEventListener("error", () => reject(broken()));
    request.addEventListener("abort", () => reject(signal.reason as Error));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function broken(): Error {
  return new Error(
    "The connection broke while the file was sent. Nothing was imported; send it again.",
  );
}
