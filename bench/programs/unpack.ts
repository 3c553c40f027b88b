// What decompressing a .gz file into a spool file costs. Words: the paths of both.
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

const [packed, spool] = process.argv.slice(2) as [string, string];
await pipeline(createReadStream(packed), createGunzip(), createWriteStream(spool));
