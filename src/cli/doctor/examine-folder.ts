import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { formatBytes } from "../numbers.ts";
import type { Finding } from "./finding.ts";

/** Less room than this is too little for a file of 300 MB, what it unpacks to, and its load; in bytes. */
const scarce = 2_000_000_000;

/** Whether a folder can be written, and how much room there is. One that is not there is made when it is needed, if the folder that it would be in can be written.
 *
 * @param option by which another one is named */
export function examineFolder(name: string, folder: string, option: string): Finding {
  const there = existsSync(folder);
  const above = nearest(resolve(folder));
  try {
    if (!statSync(above).isDirectory()) {
      return wrong(name, `${above} is no folder`, `name a folder by ${option}`);
    }
    accessSync(above, constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    return wrong(
      name,
      `${folder} cannot be ${there ? "written" : "made"} (${why})`,
      `make ${above} writable for this user, or name another folder by ${option}`,
    );
  }
  const { bavail, bsize } = statfsSync(above);
  const room = `${formatBytes(bavail * bsize)} free`;
  const text = there ? `${folder}, ${room}` : `${folder} is not there yet and can be made, ${room}`;
  return bavail * bsize < scarce
    ? { name, verdict: "warning", text, fix: `make room, or name another folder by ${option}` }
    : { name, verdict: "fine", text, fix: null };
}

function wrong(name: string, text: string, fix: string): Finding {
  return { name, verdict: "wrong", text, fix };
}

/** The folder, or the nearest one above it that is there. */
function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}
