import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Files, StoredFile } from "./files.ts";

/** Empty files for one test; disposing of them removes what is there. */
export interface FilesPlace extends AsyncDisposable {
  readonly files: Files;
}

const bytes = new TextEncoder().encode('{"type":"user"}\n'.repeat(1000));
/** More than stores gather before they write. */
const large = new Uint8Array(6 * 1_048_576);
const everybodyKnows = () => Promise.resolve([]);
const nobodyKnows = (names: readonly string[]) => Promise.resolve(names);

/** What all files do, wherever they are kept. */
export function filesContract(name: string, makePlace: () => Promise<FilesPlace>): void {
  describe(`${name}: what all files do`, () => {
    test("a file is read as it was written, whole, by range and by path", async () => {
      await using place = await makePlace();
      const { name, size, sha256 } = await write(place.files, 700);
      expect(size).toBe(bytes.length);
      expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
      await using range = await place.files.open(name);
      expect(range.size).toBe(size);
      expect(await range.read(0, size + 1)).toEqual(bytes);
      expect(await range.read(5000, 20)).toEqual(bytes.subarray(5000, 5020));
      await using copy = await place.files.localCopy(name);
      expect(new Uint8Array(await readFile(copy.path))).toEqual(bytes);
    });

    test("a file of many parts is whole, and so is a copy that is checked", async () => {
      await using place = await makePlace();
      await using writer = await place.files.create();
      const hash = createHash("sha256");
      for (let n = 0; n < 3; n++) {
        await writer.write(large.fill(n));
        hash.update(large);
      }
      const { name, size, sha256 } = await writer.complete();
      expect([size, sha256]).toEqual([3 * large.length, hash.digest("hex")]);
      await using range = await place.files.open(name);
      expect([...(await range.read(2 * large.length - 2, 4))]).toEqual([1, 1, 2, 2]);
      await using copy = await place.files.localCopy(name, { sha256 });
      const copied = createHash("sha256").update(await readFile(copy.path));
      expect(copied.digest("hex")).toBe(sha256);
    });

    test("every file has a name of its own", async () => {
      await using place = await makePlace();
      const [one, two] = await Promise.all([write(place.files), write(place.files)]);
      expect(one.name).not.toBe(two.name);
      expect(one.sha256).toBe(two.sha256);
    });

    test("an empty file is a file", async () => {
      await using place = await makePlace();
      await using writer = await place.files.create();
      const { name, size } = await writer.complete();
      expect(size).toBe(0);
      await using range = await place.files.open(name);
      expect(range.size).toBe(0);
    });

    test("one byte over the limit is refused, as many as the limit are not", async () => {
      await using place = await makePlace();
      const { size } = await write(place.files, 64, bytes.length);
      expect(size).toBe(bytes.length);
      await expect(write(place.files, 64, bytes.length - 1)).rejects.toMatchObject({
        code: "file_too_large",
        message: `The file has more than ${bytes.length - 1} bytes.`,
      });
      expect(await place.files.sweep(-1000, everybodyKnows)).toBe(0);
    });

    test("what was never completed leaves nothing, also when nobody disposed of it", async () => {
      await using place = await makePlace();
      {
        await using writer = await place.files.create();
        await writer.write(large);
      }
      expect(await place.files.sweep(-1000, everybodyKnows)).toBe(0);
      await using lost = await place.files.create();
      await lost.write(large);
      expect(await place.files.sweep(60_000, everybodyKnows)).toBe(0);
      expect(await place.files.sweep(-1000, everybodyKnows)).toBe(1);
    });

    test("a file that takes several tries goes on where each ended, and is whole at the end", async () => {
      await using place = await makePlace();
      const name = crypto.randomUUID();
      const whole = Buffer.concat([large.fill(1), bytes, large.fill(2), large.fill(3), bytes]);
      // Within a part, at its end, over several, and nothing at all.
      const cuts = [0, 1, 1000, large.length, large.length, 2 * large.length + 7, whole.length];
      const offsets = [];
      for (const to of cuts) {
        await using writer = await place.files.resume(name, whole.length);
        offsets.push(writer.offset);
        await writer.write(whole.subarray(writer.offset, to));
      }
      expect(offsets).toEqual([0, ...cuts.slice(0, -1)]);
      await expect(place.files.open(name)).rejects.toMatchObject({ code: "file_not_found" });
      {
        await using writer = await place.files.resume(name, whole.length);
        await expect(writer.write(bytes)).rejects.toMatchObject({ code: "file_too_large" });
      }
      await using writer = await place.files.resume(name, whole.length);
      const sha256 = createHash("sha256").update(whole).digest("hex");
      expect(await writer.complete()).toEqual({ name, size: whole.length, sha256 });
      await using copy = await place.files.localCopy(name, { sha256 });
      expect(copy.path).not.toBe("");
      expect(await place.files.sweep(-1000, everybodyKnows)).toBe(0);
    });

    test("a file that takes one try after all is as any other", async () => {
      await using place = await makePlace();
      await using writer = await place.files.resume(crypto.randomUUID());
      await writer.write(bytes);
      const { size, sha256 } = await writer.complete();
      expect([size, sha256]).toEqual([
        bytes.length,
        createHash("sha256").update(bytes).digest("hex"),
      ]);
    });

    test("what several tries have not completed is swept when it is old enough", async () => {
      await using place = await makePlace();
      const name = crypto.randomUUID();
      {
        await using writer = await place.files.resume(name);
        await writer.write(Buffer.concat([large, bytes]));
      }
      expect(await place.files.sweep(60_000, everybodyKnows)).toBe(0);
      expect(await place.files.sweep(-1000, everybodyKnows)).toBeGreaterThan(0);
      await using writer = await place.files.resume(name);
      expect(writer.offset).toBe(0);
    });

    test("what nobody knows is swept when it is old enough, what is known stays", async () => {
      await using place = await makePlace();
      const known = await write(place.files);
      const forgotten = await write(place.files);
      const unknown = (names: readonly string[]) =>
        Promise.resolve(names.filter((name) => name !== known.name));
      expect(await place.files.sweep(60_000, nobodyKnows)).toBe(0);
      expect(await place.files.sweep(-1000, unknown)).toBe(1);
      await using range = await place.files.open(known.name);
      expect(range.size).toBe(known.size);
      await expect(place.files.open(forgotten.name)).rejects.toMatchObject({
        code: "file_not_found",
      });
    });

    test("a file that was removed is not there, and removing it again is no error", async () => {
      await using place = await makePlace();
      const { name } = await write(place.files);
      await place.files.remove(name);
      await place.files.remove(name);
      const missing = { code: "file_not_found" };
      await expect(place.files.open(name)).rejects.toMatchObject(missing);
      await expect(place.files.localCopy(name)).rejects.toMatchObject(missing);
    });

    test.each(["", "..", "../../etc/passwd", "a/b", `${crypto.randomUUID()}.partial`])(
      "%j is no name",
      async (name) => {
        await using place = await makePlace();
        const missing = { code: "file_not_found" };
        await expect(place.files.open(name)).rejects.toMatchObject(missing);
        await expect(place.files.localCopy(name)).rejects.toMatchObject(missing);
        await place.files.remove(name);
      },
    );
  });
}

async function write(files: Files, step = 4096, most?: number): Promise<StoredFile> {
  await using writer = await files.create(most);
  for (let at = 0; at < bytes.length; at += step) {
    await writer.write(bytes.subarray(at, at + step));
  }
  return await writer.complete();
}
