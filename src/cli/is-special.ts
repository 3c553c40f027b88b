import { stat } from "node:fs/promises";

/** Whether there is something that is no file, and must not be replaced by one: a device, a pipe. */
export async function isSpecial(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}
