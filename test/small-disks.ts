import { execFileSync } from "node:child_process";
import { type Ran, runCli, startCli } from "./run-cli.ts";
import { type TempFolder, tempFolder } from "./temp-folder.ts";

/** A folder with little room. Disposing of it removes it. */
export interface SmallDisk extends TempFolder {
  /** Runs the command line, for which there is no more room than that. */
  readonly run: (words: readonly string[]) => Promise<Ran>;
  /** The first words of a command for which there is no more room than that. */
  readonly under: readonly string[];
  /** Makes enough room. */
  readonly grow: () => void;
}

const mib = 1_048_576;

/** A disk in memory; root alone may make one, and not everywhere. */
function tmpfs(megabytes: number): SmallDisk {
  const folder = tempFolder();
  const mount = (size: number, ...more: readonly string[]) =>
    execFileSync(
      "mount",
      ["-t", "tmpfs", "-o", [`size=${size}m`, ...more].join(), "tmpfs", folder.path],
      { stdio: "ignore" },
    );
  try {
    mount(megabytes);
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
  return {
    ...folder,
    run: runCli,
    under: [],
    grow: () => mount(64, "remount"),
    [Symbol.dispose]() {
      execFileSync("umount", [folder.path]);
      folder[Symbol.dispose]();
    },
  };
}

/** A limit on the size of each file, which any process may put upon itself. */
function limitedFiles(megabytes: number): SmallDisk {
  const under = ["sh", "-c", `ulimit -f ${(megabytes * mib) / 512} && exec "$0" "$@"`];
  let grown = false;
  return {
    ...tempFolder(),
    run: (words) => startCli(words, undefined, grown ? [] : under).ended,
    under,
    grow: () => {
      grown = true;
    },
  };
}

/** The kinds of small disk that can be made here: by megabytes, a limit on the size of files, and where that is permitted a disk that is really full. */
export const smallDisks: readonly (readonly [string, (megabytes: number) => SmallDisk])[] = [
  ["a limit on the size of files", limitedFiles],
  ...(isMountPermitted() ? ([["a full disk", tmpfs]] as const) : []),
];

function isMountPermitted(): boolean {
  try {
    using _disk = tmpfs(1);
    return true;
  } catch {
    return false;
  }
}
