import { FilesError, openFiles } from "../../files/index.ts";
import type { ImportsLocation } from "../../imports/index.ts";
import type { Finding } from "./finding.ts";

/** Whether files can be written to the bucket, read and removed; that of a folder is told by the folder. */
export async function examineFiles({ folder, s3 }: ImportsLocation): Promise<readonly Finding[]> {
  if (s3 === undefined) return [];
  const name = "files";
  try {
    const files = await openFiles(folder, s3);
    await using writer = await files.create();
    await writer.write(Buffer.from("chatferry"));
    const stored = await writer.complete();
    await using range = await files.open(stored.name);
    await range.read(0, stored.size);
    await files.remove(stored.name);
    const text = `written, read and removed in the bucket ${s3.bucket}`;
    return [{ name, verdict: "fine", text, fix: null }];
  } catch (error) {
    if (!(error instanceof FilesError)) throw error;
    return [{ name, verdict: "wrong", text: error.message, fix: error.fix }];
  }
}
