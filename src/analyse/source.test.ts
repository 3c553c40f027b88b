import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdtempDisposable, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
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
    ["gzip", gzipSync],
    ["zstd", zstdCompressSync],
  ] as const)(
    "of parts each compressed by %s is read to its end, whatever their sizes",
    async ([, compress]) => {
      await using shop = await workshop();
      const random = randomBytes(700_000).toString("base64");
      for (const size of [40_000, 65_536, 100_001, 262_144, 300_000, 500_000]) {
        const parts = [];
        for (let at = 0; at < random.length; at += size) {
          parts.push(compress(random.slice(at, at + size)));
        }
        const path = await shop.put("parts", Buffer.concat(parts));
        await using source = await openSource(path, { tmp: shop.tmp });
        expect((await content(source)) === random).toBe(true);
      }
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

  test("of a pipe with a name is spooled", async () => {
    await using shop = await workshop();
    const path = join(shop.path, "pipe");
    execFileSync("mkfifo", [path]);
    const writing = writeFile(path, bytes);
    await using source = await openSource(path, { tmp: shop.tmp });
    await writing;
    expect(source.name).toBe(path);
    expect(await content(source)).toBe(text);
  });

  test("of a pipe that nobody writes to can be called off", async () => {
    await using shop = await workshop();
    const path = join(shop.path, "pipe");
    execFileSync("mkfifo", [path]);
    const stop = new AbortController();
    const opening = openSource(path, { tmp: shop.tmp, signal: stop.signal });
    stop.abort();
    await expect(opening).rejects.toMatchObject({ name: "AbortError" });
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
    await expect(openSource(path, { tmp: shop.tmp })).rejects.toMatchObject({
      code: "special_file",
    });
    expect(await shop.spooled()).toEqual([]);
    await new Promise((done) => server.close(done));
  });

  test.for(["/dev/zero", "/dev/random", "/dev/full"])("the device %s", async (path) => {
    await expect(openSource(path)).rejects.toMatchObject({ code: "special_file" });
  });

  test("a file that one may not read", async () => {
    await using shop = await workshop();
    const path = await shop.put("secret.json", bytes);
    await chmod(path, 0);
    // Root may read anything, so somebody else tries.
    const root = process.geteuid!() === 0;
    if (root) await chmod(shop.path, 0o755);
    if (root) process.seteuid!(65_534);
    try {
      await expect(openSource(path)).rejects.toMatchObject({
        code: "not_allowed",
        message: `cannot read ${path}: reading it is not permitted`,
      });
    } finally {
      if (root) process.seteuid!(0);
    }
  });

  test("a name that is empty, and one that is too long", async () => {
    await expect(openSource("")).rejects.toMatchObject({
      code: "not_found",
      message: "cannot read a file without a name: there is no such file",
    });
    await expect(openSource("x".repeat(5000))).rejects.toMatchObject({
      code: "unreadable",
      cause: { code: "ENAMETOOLONG" },
    });
  });

  test.for([
    ["zip", "504b030414000000"],
    ["bzip2", "425a683931415926"],
    ["xz", "fd377a585a000004"],
    ["7z", "377abcaf271c0004"],
    ["lz4", "04224d1864407000"],
  ] as const)("a file compressed by %s", async ([, hex]) => {
    await using shop = await workshop();
    const path = await shop.put("import.json", Buffer.from(hex, "hex"));
    await expect(openSource(path)).rejects.toMatchObject({ code: "other_compression" });
  });

  const zeros = (hex: string) => Buffer.concat([Buffer.from(hex, "hex"), Buffer.alloc(600)]);
  const tar = Buffer.alloc(1024);
  tar.write("export.json");
  tar.write("ustar", 257);

  test.for([
    ["a tar archive", tar],
    ["a tar archive", gzipSync(tar)],
    ["a PDF", Buffer.from("%PDF-1.7\n")],
    ["a PNG picture", zeros("89504e470d0a1a0a")],
    ["a database of SQLite", Buffer.from("SQLite format 3\0")],
    ["something that is compressed once more", gzipSync(gzipSync(bytes))],
  ] as const)("%s", async ([what, content]) => {
    await using shop = await workshop();
    const path = await shop.put("import.json", content);
    await expect(openSource(path)).rejects.toMatchObject({
      code: "foreign_format",
      message: `cannot read ${path}: it holds no JSON (${what})`,
    });
  });

  test("a text that only speaks of tar is read", async () => {
    await using shop = await workshop();
    const text = `["${"x".repeat(254)} ustar "]`;
    const path = await shop.put("import.json", Buffer.from(text));
    await using source = await openSource(path);
    expect(source.size).toBe(text.length);
  });

  test.for([
    ["gzip cut short", half(gzipSync(bytes))],
    ["gzip with a byte changed", gzipSync(bytes).fill(0x55, 60, 70)],
    ["gzip of nothing but its first bytes", Buffer.of(0x1f, 0x8b, 0x08)],
    ["gzip with something behind it", Buffer.concat([gzipSync(bytes), Buffer.from("more")])],
    ["gzip with zeros behind it", Buffer.concat([gzipSync(bytes), Buffer.alloc(512)])],
    [
      "gzip with a member that is cut short",
      Buffer.concat([gzipSync(bytes), half(gzipSync(bytes))]),
    ],
    ["zstd with something behind it", Buffer.concat([zstdCompressSync(bytes), Buffer.of(0)])],
    [
      "zstd with a frame that is cut short",
      Buffer.concat([zstdCompressSync(bytes), half(zstdCompressSync(bytes))]),
    ],
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

  test("zstd that wants a window of 2 GB", async () => {
    await using shop = await workshop();
    const path = await shop.put("import.zst", Buffer.from("28b52ffd00a8010000", "hex"));
    await expect(openSource(path, { tmp: shop.tmp })).rejects.toMatchObject({
      code: "window_too_large",
    });
  });

  test("a folder for spool files that is not there", async () => {
    await using shop = await workshop();
    const path = await shop.put("import.gz", gzipSync(bytes));
    const tmp = join(shop.path, "nowhere");
    await expect(openSource(path, { tmp })).rejects.toMatchObject({ name: "SourceError" });
  });
});

describe("more than may be spooled", () => {
  const zeros = Buffer.alloc(150_000_000);

  test.for([
    ["gzip", gzipSync(zeros)],
    ["zstd", zstdCompressSync(zeros)],
    ["zstd in many frames", Buffer.concat(Array(2000).fill(zstdCompressSync(bytes)))],
  ] as const)("comes out of a bomb of %s, and is stopped", async ([, bomb]) => {
    await using shop = await workshop();
    const path = await shop.put("bomb", bomb);
    const opening = openSource(path, { tmp: shop.tmp });
    await expect(opening).rejects.toMatchObject({ name: "SourceError", code: "bomb" });
    expect(await shop.spooled()).toEqual([]);
  });

  test("comes out of a compressed file larger than the limit", async () => {
    await using shop = await workshop();
    const path = await shop.put("import.gz", gzipSync(bytes));
    const open = (maxSize: number) => openSource(path, { tmp: shop.tmp, maxSize });
    await expect(open(bytes.length - 1)).rejects.toMatchObject({ code: "too_large" });
    expect(await shop.spooled()).toEqual([]);
    for (const enough of [bytes.length, 0]) {
      await using source = await open(enough);
      expect(source.size).toBe(bytes.length);
    }
  });

  test("comes in by a stream without end", async () => {
    await using shop = await workshop();
    const stream = createReadStream("/dev/zero");
    const opening = openSource(stream, { tmp: shop.tmp, maxSize: 5_000_000 });
    await expect(opening).rejects.toMatchObject({ code: "too_large" });
    expect(await shop.spooled()).toEqual([]);
    expect(stream.destroyed).toBe(true);
  });

  test("does not stand in the way of a file that is read where it is", async () => {
    await using shop = await workshop();
    await using source = await openSource(await shop.put("plain.json", bytes), { maxSize: 1 });
    expect(source.size).toBe(bytes.length);
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
