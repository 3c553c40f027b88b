import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtempDisposable, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { constants, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { hashSources } from "./hash-sources.ts";
import { openSource, type Source, type SourceOptions } from "./source.ts";

const text = '[{"type":"user","item":{"id":"né 😀"}}]\n'.repeat(2000);
const bytes = Buffer.from(text);
const checked = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };
const half = (whole: Buffer) => whole.subarray(0, whole.length / 2);

async function workshop() {
  const folder = await mkdtempDisposable(join(tmpdir(), "source-"));
  const tmp = join(folder.path, "tmp");
  await mkdir(tmp);
  return {
    path: folder.path,
    tmp,
    spooled: () => readdir(tmp),
    put: async (name: string, data: Uint8Array) => {
      await writeFile(join(folder.path, name), data);
      return join(folder.path, name);
    },
    [Symbol.asyncDispose]: () => folder.remove(),
  };
}

async function content(source: Source): Promise<string> {
  return Buffer.from(await source.read(0, source.size)).toString();
}

describe("a file", () => {
  test("that is plain is read where it is", async () => {
    await using shop = await workshop();
    const path = await shop.put("plain.json", bytes);
    await using source = await openSource(path, { tmp: shop.tmp });
    expect(source.path).toBe(path);
    expect(source.size).toBe(bytes.length);
    expect(await content(source)).toBe(text);
    expect(await shop.spooled()).toEqual([]);
  });

  test("is read by range, to its end and no further", async () => {
    await using shop = await workshop();
    await using source = await openSource(await shop.put("plain.json", bytes));
    expect(Buffer.from(await source.read(2, 4)).toString()).toBe(text.slice(2, 6));
    expect(await source.read(bytes.length - 2, 100)).toHaveLength(2);
    expect(await source.read(bytes.length, 100)).toHaveLength(0);
    expect(await source.read(bytes.length + 5, 100)).toHaveLength(0);
  });

  test.for([
    ["gzip", gzipSync(bytes)],
    [
      "gzip in two members",
      Buffer.concat([gzipSync(half(bytes)), gzipSync(bytes.subarray(half(bytes).length))]),
    ],
    ["zstd", zstdCompressSync(bytes)],
    [
      "zstd in two frames",
      Buffer.concat([
        zstdCompressSync(half(bytes)),
        zstdCompressSync(bytes.subarray(half(bytes).length)),
      ]),
    ],
  ] as const)(
    "compressed by %s is spooled, whatever its name, until it is closed",
    async ([, compressed]) => {
      await using shop = await workshop();
      const seen: (readonly [number, number | undefined])[] = [];
      const path = await shop.put("import.json", compressed);
      const onSpool: SourceOptions["onSpool"] = (...step) => seen.push(step);
      {
        await using source = await openSource(path, { tmp: shop.tmp, onSpool });
        expect(source.name).toBe(path);
        expect(await content(source)).toBe(text);
        expect(await shop.spooled()).toHaveLength(1);
      }
      expect(await shop.spooled()).toEqual([]);
      expect(seen.at(-1)).toEqual([compressed.length, compressed.length]);
    },
  );

  test.for([
    ["empty", Buffer.of()],
    ["of one byte", Buffer.from("[")],
    ["that begins as gzip does and ends there", Buffer.of(0x1f)],
  ] as const)("%s is plain", async ([, data]) => {
    await using shop = await workshop();
    await using source = await openSource(await shop.put("small", data), { tmp: shop.tmp });
    expect(await content(source)).toBe(data.toString());
  });
});

describe("a stream", () => {
  test.for([
    ["plain", bytes],
    ["gzip", gzipSync(bytes)],
    ["zstd", zstdCompressSync(bytes)],
    ["empty", Buffer.of()],
  ] as const)("%s is spooled until it is closed", async ([name, data]) => {
    await using shop = await workshop();
    const stream = createReadStream(await shop.put("in", data), { highWaterMark: 1000 });
    {
      await using source = await openSource(stream, { tmp: shop.tmp });
      expect(source.name).toBe("-");
      expect(await content(source)).toBe(name === "empty" ? "" : text);
    }
    expect(await shop.spooled()).toEqual([]);
  });

  test("that comes byte by byte is the same", async () => {
    const compressed = gzipSync(bytes);
    const stream = Readable.from(Array.from(compressed, (byte) => Buffer.of(byte)));
    await using source = await openSource(stream);
    expect(await content(source)).toBe(text);
  });

  test("that breaks leaves nothing behind", async () => {
    await using shop = await workshop();
    const stream = Readable.from(
      (async function* () {
        yield half(bytes);
        await Promise.reject(new Error("the other side hung up"));
      })(),
    );
    await expect(openSource(stream, { tmp: shop.tmp })).rejects.toMatchObject({
      code: "unreadable",
    });
    expect(await shop.spooled()).toEqual([]);
  });

  test("that is called off leaves nothing behind", async () => {
    await using shop = await workshop();
    const stop = new AbortController();
    const opening = openSource(Readable.from([bytes, bytes, bytes]), {
      tmp: shop.tmp,
      signal: stop.signal,
      onSpool: () => stop.abort(),
    });
    await expect(opening).rejects.toMatchObject({ name: "AbortError" });
    expect(await shop.spooled()).toEqual([]);
  });
});

describe("what cannot be read says why and what to do", () => {
  test("a file that is not there", async () => {
    await using shop = await workshop();
    await expect(openSource(join(shop.path, "nowhere"))).rejects.toMatchObject({
      name: "SourceError",
      code: "not_found",
      message: `cannot read ${join(shop.path, "nowhere")}: there is no such file`,
      fix: "check the path",
      cause: { code: "ENOENT" },
    });
  });

  test("a folder", async () => {
    await using shop = await workshop();
    await expect(openSource(shop.path)).rejects.toMatchObject({ code: "not_a_file" });
  });

  test("a path that goes in circles", async () => {
    await using shop = await workshop();
    const loop = join(shop.path, "loop");
    await symlink(loop, loop);
    await expect(openSource(loop)).rejects.toMatchObject({
      code: "unreadable",
      cause: { code: "ELOOP" },
    });
  });

  test("a file below a file", async () => {
    await using shop = await workshop();
    const path = join(await shop.put("file", bytes), "below");
    await expect(openSource(path)).rejects.toMatchObject({
      code: "unreadable",
      cause: { code: "ENOTDIR" },
    });
  });

  test("a socket", async () => {
    await using shop = await workshop();
    const path = join(shop.path, "socket");
    const server = createServer();
    await new Promise<void>((done) => server.listen(path, done));
    await expect(openSource(path, { tmp: shop.tmp })).rejects.toMatchObject({ code: "unreadable" });
    expect(await shop.spooled()).toEqual([]);
    await new Promise((done) => server.close(done));
  });

  test.for([
    ["gzip cut short", half(gzipSync(bytes))],
    ["gzip with a byte changed", gzipSync(bytes).fill(0x55, 60, 70)],
    ["gzip of nothing but its first bytes", Buffer.of(0x1f, 0x8b, 0x08)],
    ["zstd cut short", half(zstdCompressSync(bytes))],
    ["zstd with a byte changed", zstdCompressSync(bytes, checked).fill(0x55, 20, 30)],
  ] as const)("%s", async ([, damaged]) => {
    await using shop = await workshop();
    const path = await shop.put("damaged", damaged);
    await expect(openSource(path, { tmp: shop.tmp })).rejects.toMatchObject({
      code: "broken_compression",
    });
    expect(await shop.spooled()).toEqual([]);
  });

  test("a folder for spool files that is not there", async () => {
    await using shop = await workshop();
    const path = await shop.put("import.gz", gzipSync(bytes));
    const tmp = join(shop.path, "nowhere");
    await expect(openSource(path, { tmp })).rejects.toMatchObject({ name: "SourceError" });
  });
});

test("the hash of a source is that of its bytes, and of several that of their hashes", async () => {
  await using shop = await workshop();
  await using one = await openSource(await shop.put("import.gz", gzipSync(bytes)));
  await using other = await openSource(await shop.put("other.json", half(bytes)));
  const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest("hex");
  expect(await hashSources([one])).toBe(sha256(bytes));
  const both = [bytes, half(bytes)].map(sha256);
  expect(await hashSources([one, other])).toBe(sha256(both.join("\n")));
  expect(await hashSources([other, one])).toBe(sha256(both.reverse().join("\n")));
});
