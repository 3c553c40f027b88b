import { open } from "node:fs/promises";
import { isSpecial } from "./is-special.ts";
import { openOutputFile, type OutputFile } from "./output-file.ts";
import { UsageError } from "./usage-error.ts";
import type { OutputFileKind } from "./write-error.ts";

/** Opens the file that a report goes to, of issues or of planted faults: JSON Lines that begin with a code.
 *
 * @throws WriteError when it, or its folder, cannot be written; UsageError when it is there and no report */
export async function openReport(path: string, kind: OutputFileKind): Promise<OutputFile> {
  if (!(await isSpecial(path))) await mustBeReport(path, kind);
  return openOutputFile(path, kind);
}

/** What is there already may be replaced by a report only where it is one: a slip must not cost an import file or a store. */
async function mustBeReport(path: string, { what, option }: OutputFileKind): Promise<void> {
  const start = Buffer.from('{"code":"');
  let head: Buffer;
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(start.length), 0, start.length, 0);
    head = buffer.subarray(0, bytesRead);
  } catch {
    // Not there, or not to be read: writing will tell.
    return;
  }
  if (head.length === 0 || head.equals(start)) return;
  throw new UsageError(`${path} is there and is no ${what}; name another file by ${option}`);
}
