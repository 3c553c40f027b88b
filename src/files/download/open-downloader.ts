import { lookup } from "node:dns/promises";
import { Agent, type Dispatcher } from "undici";
import type { Files, StoredFile } from "../files.ts";
import { FilesError } from "../files-error.ts";
import { DownloadError, type DownloadFailure } from "./download-failure.ts";
import { failureOf } from "./failure-of.ts";
import { guardedConnector, type Resolve } from "./guarded-connector.ts";
import { retryAfter } from "./retry-after.ts";
import { sniffed, sniffType } from "./sniff-type.ts";

/** What downloads may do. Sizes in bytes, times in milliseconds. */
export interface DownloadLimits {
  /** Names of hosts, and addresses, that may be asked though they are not of the public internet. Default: none. */
  readonly allowedHosts?: readonly string[];
  /** Bytes of a file. Default: 100 MB. */
  readonly maxSize?: number;
  /** For all of a download, redirects included. Default: 10 minutes. */
  readonly longest?: number;
  /** For connecting, and for saying nothing. Default: 30,000. */
  readonly silence?: number;
  /** Redirects that are followed. Default: 5. */
  readonly redirects?: number;
  /** Connections to one host at a time. Default: 8. */
  readonly perHost?: number;
  /** How names are looked up. Default: as the system does. */
  readonly resolve?: Resolve;
}

/** A file that was downloaded, and the media type that its bytes tell. */
export interface Downloaded {
  readonly kind: "downloaded";
  readonly file: StoredFile;
  readonly type: string;
}

/** Downloads from hosts that others name. Disposing of it ends what is under way. */
export interface Downloader extends AsyncDisposable {
  /** Downloads what is at a URL into the files. Nothing of one that failed is left.
   *
   * @param wanted `image` where something else is a failure
   * @returns the file, or what went wrong, as a value
   * @throws FilesError of a disk that is full and the like; the signal's reason */
  download(
    url: string,
    wanted: "image" | "any",
    signal?: AbortSignal,
  ): Promise<Downloaded | DownloadFailure>;
}

const resolveBySystem: Resolve = (host) => lookup(host, { all: true, order: "verbatim" });

/** Opens a downloader. It speaks http and https, to addresses of the public internet alone (see `mayBeAsked`) on every redirect anew, sends no credentials, cookies or referrer, and takes what comes for what its bytes say it is. */
export function openDownloader(
  files: Pick<Files, "create">,
  {
    allowedHosts = [],
    maxSize = 100_000_000,
    longest = 600_000,
    silence = 30_000,
    redirects = 5,
    perHost = 8,
    resolve = resolveBySystem,
  }: DownloadLimits = {},
): Downloader {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  const agent = new Agent({
    connect: guardedConnector(allowed, resolve, silence),
    connections: perHost,
    headersTimeout: silence,
    bodyTimeout: silence,
  });

  /** Follows redirects to what answers with a file. */
  async function find(text: string, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    let url = targetOf(text);
    for (let hop = 0; ; hop++) {
      const response = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: "GET",
        headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "Chatferry" },
        signal,
      });
      const { statusCode, headers } = response;
      if (statusCode === 200) return response;
      // What it still says is not read: the connection ends with it.
      response.body.on("error", () => undefined).destroy();
      if (![301, 302, 303, 307, 308].includes(statusCode)) {
        throw statusError(url, statusCode, textOf(headers["retry-after"]));
      }
      if (hop === redirects) {
        throw new DownloadError(
          "redirected",
          `${url.host} redirects more than ${redirects} times.`,
        );
      }
      url = targetOf(textOf(headers.location) ?? "", url);
    }
  }

  async function store(
    { headers, body }: Dispatcher.ResponseData,
    wanted: "image" | "any",
  ): Promise<Downloaded> {
    const coding = textOf(headers["content-encoding"])?.toLowerCase() ?? "identity";
    if (coding !== "identity") {
      throw new DownloadError("compressed", `It came compressed (${coding.slice(0, 40)}).`);
    }
    if (Number(headers["content-length"]) > maxSize) throw tooLarge(maxSize);
    await using writer = await files.create(maxSize);
    let head = Buffer.alloc(0);
    for await (const bytes of body as AsyncIterable<Buffer>) {
      if (head.length < sniffed) {
        head = Buffer.concat([head, bytes.subarray(0, sniffed - head.length)]);
        // Told as soon as it can be: a page in place of an image is not downloaded to its end.
        if (head.length === sniffed) mustBe(wanted, sniffType(head));
      }
      await writer.write(bytes);
    }
    if (head.length === 0) throw new DownloadError("empty", "It has no bytes.");
    const type = sniffType(head);
    mustBe(wanted, type);
    return { kind: "downloaded", file: await writer.complete(), type };
  }

  return {
    async download(url, wanted, signal) {
      const limits = [AbortSignal.timeout(longest), ...(signal ? [signal] : [])];
      let response: Dispatcher.ResponseData | undefined;
      try {
        response = await find(url, AbortSignal.any(limits));
        return await store(response, wanted);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof FilesError && error.code === "file_too_large") {
          return tooLarge(maxSize).failure;
        }
        if (error instanceof FilesError) throw error;
        return failureOf(error);
      } finally {
        response?.body.on("error", () => undefined).destroy();
      }
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  };
}

function targetOf(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (text === "" || url === null) {
    if (base !== undefined)
      throw new DownloadError("redirected", `${base.host} redirects to nowhere.`);
    throw new DownloadError("invalid_url", "It is no absolute URL.");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new DownloadError("invalid_url", `A URL of ${url.protocol} is not downloaded.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new DownloadError(
      "invalid_url",
      "A URL with a name or a password in it is not downloaded.",
    );
  }
  return url;
}

function mustBe(wanted: "image" | "any", type: string): void {
  if (wanted === "any" || type.startsWith("image/")) return;
  throw new DownloadError("no_image", `An image was wanted, and ${type} came.`);
}

function statusError({ host }: URL, status: number, header: string | undefined): DownloadError {
  const wait = retryAfter(header);
  return new DownloadError("status", `${host} answers with the status ${status}.`, {
    retry: status >= 500 || [408, 425, 429].includes(status),
    ...(wait !== undefined && { retryAfter: wait }),
  });
}

function tooLarge(most: number): DownloadError {
  return new DownloadError("too_large", `It has more than ${most} bytes.`);
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
