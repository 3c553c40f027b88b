import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { attackNames, attackUrls } from "../contract/attack-urls.ts";
import { dnsServer } from "../contract/dns-server.ts";
import { openOrigin } from "../contract/origin.ts";
import { openDiskFiles } from "../open-disk-files.ts";
import { type DownloadLimits, openDownloader } from "./open-downloader.ts";

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const here = { allowedHosts: ["127.0.0.1"] };

async function tempDownloader(limits: DownloadLimits) {
  const folder = await mkdtemp(join(tmpdir(), "chatferry-downloads-"));
  const files = openDiskFiles(folder);
  const downloader = openDownloader(files, limits);
  return {
    ...downloader,
    files,
    /** How many files are there, whole or not. */
    left: () => files.sweep(-1000, (names) => Promise.resolve(names)),
    [Symbol.asyncDispose]: async () => {
      await downloader[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

/** Downloads what a server answers. */
async function downloadOf(
  answer: (response: ServerResponse) => void,
  wanted: "image" | "any" = "any",
  limits: DownloadLimits = {},
) {
  await using origin = await openOrigin((_, response) => answer(response));
  await using downloader = await tempDownloader({ ...here, ...limits });
  const url = `http://127.0.0.1:${origin.port}/a.png?token=secret`;
  const outcome = await downloader.download(url, wanted);
  return { ...outcome, left: await downloader.left() };
}

describe("where a download may not go", () => {
  test.for(["named", "redirected to"])("no attack URL is asked, %s", async (how) => {
    await using dns = await dnsServer((host) => attackNames[host]);
    await using inside = await openOrigin((_, response) => void response.end(png));
    await using outside = await openOrigin((request, response) => {
      const to = new URL(request.url!, "http://outside.test").searchParams.get("to")!;
      response.writeHead(302, { Location: to }).end();
    });
    await using downloader = await tempDownloader({
      allowedHosts: ["outside.test"],
      resolve: async (host) =>
        host === "outside.test" ? [{ address: "127.0.0.1", family: 4 }] : dns.resolve(host),
    });
    const all = attackUrls.map(([url, code]) => [url.replace("PORT", `${inside.port}`), code]);
    // What a header can hold, and is no path of where it is sent from.
    const urls =
      how === "named"
        ? all
        : all.filter(
            ([url]) => /^\w+:(?!\d)[!-[\]-~]*$/.test(url!) && URL.canParse(url!, "http://x"),
          );
    expect(urls.length).toBeGreaterThan(60);
    const outcomes = urls.map(async ([url]) => {
      const from = `http://outside.test:${outside.port}/?to=${encodeURIComponent(url!)}`;
      const outcome = await downloader.download(how === "named" ? url! : from, "any");
      return [url, "code" in outcome ? outcome.code : outcome];
    });
    expect(await Promise.all(outcomes)).toEqual(urls);
    expect(inside.requests).toHaveLength(0);
    expect(await downloader.left()).toBe(0);
  });

  test("a name that resolves to another address the next time is looked at each time, and connected to as it was looked at", async () => {
    await using dns = await dnsServer((host, before) =>
      host === "rebind.test" ? [before === 0 ? "192.0.2.77" : "127.0.0.1"] : undefined,
    );
    await using inside = await openOrigin((_, response) => void response.end(png));
    await using downloader = await tempDownloader({ resolve: dns.resolve });
    const url = `http://rebind.test:${inside.port}/`;
    const messages = [];
    for (let n = 0; n < 2; n++) messages.push(await downloader.download(url, "any"));
    expect(messages).toMatchObject([
      { code: "address_refused", message: expect.stringContaining("192.0.2.77") as unknown },
      { code: "address_refused", message: expect.stringContaining("127.0.0.1") as unknown },
    ]);
    expect(dns.lookups("rebind.test")).toBe(2);
    expect(inside.requests).toHaveLength(0);
  });

  test("between the look at a name and the connection it is not looked up again", async () => {
    await using dns = await dnsServer((_, before) => [before === 0 ? "127.0.0.1" : "127.0.0.9"]);
    await using origin = await openOrigin((_, response) => void response.end(png));
    await using downloader = await tempDownloader({
      allowedHosts: ["files.test"],
      resolve: dns.resolve,
    });
    const outcome = await downloader.download(`http://files.test:${origin.port}/`, "image");
    expect(outcome).toMatchObject({ kind: "downloaded" });
    expect(dns.lookups("files.test")).toBe(1);
    expect(origin.requests[0]!.socket.localAddress).toBe("127.0.0.1");
  });

  test("an allowed host does not allow what it redirects to", async () => {
    await using inside = await openOrigin((_, response) => void response.end(png));
    await using outside = await openOrigin((_, response) => {
      response.writeHead(301, { Location: `http://localhost:${inside.port}/` }).end();
    });
    await using downloader = await tempDownloader(here);
    const outcome = await downloader.download(`http://127.0.0.1:${outside.port}/`, "any");
    expect(outcome).toMatchObject({ code: "address_refused", retry: false });
    expect(inside.requests).toHaveLength(0);
  });
});

describe("what is downloaded", () => {
  test("is kept as it came, of the type that its bytes tell, without credentials sent", async () => {
    await using origin = await openOrigin((request, response) => {
      if (request.url === "/")
        response.writeHead(307, { Location: "/b.html", "Set-Cookie": "a=b" });
      else response.setHeader("Content-Type", "text/html");
      response.end(png);
    });
    await using downloader = await tempDownloader(here);
    const outcome = await downloader.download(`http://127.0.0.1:${origin.port}/`, "image");
    if (outcome.kind === "failed") throw new Error(outcome.message);
    expect(outcome.type).toBe("image/png");
    await using range = await downloader.files.open(outcome.file.name);
    expect(Buffer.from(await range.read(0, 100))).toEqual(png);
    const names = origin.requests.flatMap(({ headers }) => Object.keys(headers));
    expect(new Set(names)).toEqual(
      new Set(["host", "connection", "accept", "accept-encoding", "user-agent"]),
    );
  });
});

describe("what fails says why, whether to try again, and leaves nothing", () => {
  test.for([
    [404, {}, { code: "status", retry: false }],
    [410, { "Retry-After": "5" }, { code: "status", retry: false }],
    [204, {}, { code: "status", retry: false }],
    [429, { "Retry-After": "120" }, { code: "status", retry: true, retryAfter: 120_000 }],
    [503, { "Retry-After": "0" }, { code: "status", retry: true, retryAfter: 0 }],
    [503, { "Retry-After": "soon" }, { code: "status", retry: true }],
    [500, {}, { code: "status", retry: true }],
    [302, {}, { code: "redirected", retry: false }],
    [302, { Location: "/again" }, { code: "redirected", retry: false }],
  ] as const)("status %i with %j", async ([status, headers, expected]) => {
    const outcome = await downloadOf((response) => response.writeHead(status, headers).end());
    expect(outcome).toMatchObject({ kind: "failed", ...expected, left: 0 });
    expect("message" in outcome && outcome.message).not.toContain("secret");
  });

  test.for([
    ["empty", "any", (response: ServerResponse) => response.end(), false],
    [
      "no_image",
      "image",
      (response: ServerResponse) => response.end("<!DOCTYPE html><p>Sorry"),
      false,
    ],
    ["no_image", "image", (response: ServerResponse) => response.end("Access denied"), false],
    [
      "cut",
      "any",
      (response: ServerResponse) => {
        response.writeHead(200, { "Content-Length": 100 }).write("half");
        setImmediate(() => response.destroy());
      },
      true,
    ],
    [
      "cut",
      "any",
      (response: ServerResponse) => {
        response.write("half");
        setImmediate(() => response.destroy());
      },
      true,
    ],
    [
      "compressed",
      "any",
      (response: ServerResponse) =>
        response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(png)),
      false,
    ],
    [
      "too_large",
      "any",
      (response: ServerResponse) => response.writeHead(200, { "Content-Length": 5_000 }).end("x"),
      false,
    ],
    ["too_large", "any", (response: ServerResponse) => response.end(Buffer.alloc(5_000)), false],
    ["timed_out", "any", (response: ServerResponse) => response.write("and then nothing"), true],
  ] as const)("%s, where wanted is %s", async ([code, wanted, answer, retry]) => {
    const outcome = await downloadOf((response) => void answer(response), wanted, {
      maxSize: 4_000,
      longest: 400,
    });
    expect(outcome).toMatchObject({ kind: "failed", code, retry, left: 0 });
  });

  test("a host where nobody listens", async () => {
    const { port, ...closed } = await openOrigin(() => undefined);
    await closed[Symbol.asyncDispose]();
    await using downloader = await tempDownloader(here);
    expect(await downloader.download(`http://127.0.0.1:${port}/`, "any")).toMatchObject({
      code: "unreachable",
      retry: true,
    });
  });

  test("who asked can stop it", async () => {
    await using origin = await openOrigin((_, response) => void response.write("a"));
    await using downloader = await tempDownloader(here);
    const stop = new AbortController();
    const download = downloader.download(`http://127.0.0.1:${origin.port}/`, "any", stop.signal);
    await expect.poll(() => origin.requests.length).toBe(1);
    stop.abort(new Error("stopped"));
    await expect(download).rejects.toThrow("stopped");
    expect(await downloader.left()).toBe(0);
  });
});
