import type { ResumableUploadBody } from "../server/index.ts";
import { answerOf } from "./answer-of.ts";
import { ApiError } from "./api-error.ts";
import { ConnectionError } from "./connection-error.ts";
import type { Connection } from "./connection.ts";
import type { ReceivedFile } from "./put-file.ts";

/** A file that is sent, which may be read again from anywhere. */
export interface UploadSource {
  /** Bytes of it. */
  readonly size: number;
  /** Its bytes from one to the end. */
  readonly from: (offset: number) => ReadableStream<Uint8Array<ArrayBuffer>> | Blob;
}

/** A try that broke off. */
export interface BrokenUpload {
  readonly error: Error;
  /** How long is waited before the next try, in milliseconds. */
  readonly wait: number;
}

/** How a file is sent. */
export interface SendOptions {
  /** Told how many bytes have gone. */
  readonly onProgress?: (bytes: number) => void;
  /** Told when a try broke off and another one follows. */
  readonly onBroken?: (broken: BrokenUpload) => void;
  /** Told how many bytes had arrived when a try after that begins. */
  readonly onResumed?: (offset: number) => void;
  readonly signal?: AbortSignal;
}

/** Tries without a byte getting through before it has failed. */
const attempts = 10;
const longestWait = 15_000;

/** Sends a file to its upload URL, in several tries where the connection breaks or the server is started again: each goes on behind what has arrived (tus 1.0.0). The URL is the right to do so; no credentials are sent.
 *
 * @returns what has arrived
 * @throws what `answerOf` throws, when trying again does not help; what reading the file throws */
export async function sendUpload(
  connection: Pick<Connection, "fetch">,
  uploadUrl: string,
  { size, from }: UploadSource,
  { onProgress, onBroken, onResumed, signal }: SendOptions = {},
): Promise<ReceivedFile> {
  const ask = (url: string, init: RequestInit) =>
    answerOf(connection, url, {
      ...init,
      headers: { "Tus-Resumable": "1.0.0", ...(init.headers as Record<string, string>) },
      ...(signal && { signal }),
    });
  const begin = async () => {
    const headers = { "Upload-Length": String(size) };
    const answer = await ask(uploadUrl, { method: "POST", headers });
    return new URL(answer.headers.get("location")!, uploadUrl).href;
  };
  const stateOf = async (url: string) =>
    (await (await ask(url, { method: "GET" })).json()) as ResumableUploadBody;
  const send = (url: string, offset: number) => {
    let sent = offset;
    const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(block, controller) {
        controller.enqueue(block);
        onProgress?.((sent += block.length));
      },
    });
    const file = from(offset);
    const stream = file instanceof Blob ? undefined : file.pipeThrough(counted);
    return ask(url, {
      method: "PATCH",
      headers: {
        "Content-Type": "application/offset+octet-stream",
        "Upload-Offset": String(offset),
        ...(stream && { "Content-Length": String(size - offset) }),
      },
      body: stream ?? file,
      ...(stream && { duplex: "half" }),
    });
  };

  let url: string | undefined;
  let offset = 0;
  let broken = false;
  for (let failures = 0; ;) {
    try {
      url ??= await begin();
      const state = await stateOf(url);
      if (state.sha256 !== null) return { size: state.length, sha256: state.sha256 };
      if (state.offset > offset) failures = 0;
      offset = state.offset;
      if (broken) onResumed?.(offset);
      await send(url, offset);
    } catch (error) {
      if (signal?.aborted || !mayPass(error) || ++failures === attempts) throw error;
      const wait = Math.min(longestWait, 250 * 2 ** failures);
      broken = true;
      onBroken?.({ error: error as Error, wait });
      await sleep(wait, signal);
    }
  }
}

/** Whether another try may help: the connection broke, or the server stops, is busy, or has not seen yet that the try before is over. */
function mayPass(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  if (!(error instanceof ApiError)) return false;
  return error.status >= 500 || [408, 429].includes(error.status) || error.code === "upload_offset";
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
