import { analyse, type InputFile, inThisThread } from "../../src/analyse/browser.ts";
import type { CheckOptions } from "../../src/format/index.ts";
import type { FileCheck } from "./file-check.ts";

/** What the worker is asked. */
export interface CheckRequest {
  readonly file: File;
  readonly check: CheckOptions;
}

addEventListener("message", ({ data }: MessageEvent<CheckRequest>) => void check(data));

/** Checks a file as the server will, and tells how far it is. The file is read in parts; nothing of it leaves the browser. */
async function check({ file, check }: CheckRequest): Promise<void> {
  const source: InputFile = {
    name: file.name,
    size: file.size,
    read: async (offset, length) =>
      new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  };
  try {
    const { issues, firstByCode, stats } = await analyse([source], {
      check,
      runner: (options) => inThisThread([source], options),
      report: () => Promise.resolve(),
      onProgress: ({ phase, bytes, size, issues }) =>
        tell({
          kind: "checking",
          share: (bytes / size + (phase === "reading" ? 0 : 1)) / 2,
          issues,
        }),
    });
    tell({ kind: "checked", issues, first: [...firstByCode.values()].map(([one]) => one!), stats });
  } catch (error) {
    tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

function tell(state: FileCheck): void {
  postMessage(state);
}
