import { answerOf } from "./answer-of.ts";
import type { Connection } from "./connection.ts";

/** How a file is sent. */
export interface PutOptions {
  /** Bytes of the file. */
  readonly size: number;
  /** Told how many bytes have been taken. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** What the server has of a file: its bytes, and their SHA-256 as hex. */
export interface ReceivedFile {
  readonly size: number;
  readonly sha256: string;
}

/** Sends a file to its upload URL as it is read. The URL is the right to do so; no credentials are sent. Browsers that send no streams are given a Blob, and tell nothing on the way.
 *
 * @throws what {@link answerOf} throws */
export async function putFile(
  connection: Pick<Connection, "fetch">,
  uploadUrl: string,
  file: ReadableStream<Uint8Array<ArrayBuffer>> | Blob,
  { size, onProgress, signal }: PutOptions,
): Promise<ReceivedFile> {
  let sent = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(block, controller) {
      controller.enqueue(block);
      onProgress?.((sent += block.length));
    },
  });
  const stream = file instanceof Blob ? undefined : file.pipeThrough(counted);
  const response = await answerOf(connection, uploadUrl, {
    method: "PUT",
    headers: {
      "Content-Type": "application/octet-stream",
      ...(stream && { "Content-Length": String(size) }),
    },
    body: stream ?? file,
    ...(stream && { duplex: "half" }),
    ...(signal && { signal }),
  });
  return (await response.json()) as ReceivedFile;
}
