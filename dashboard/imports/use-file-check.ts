import { useEffect, useState } from "react";
import {
  type CheckOptions,
  defaultCheckOptions,
  defaultTextLimit,
  parseTime,
} from "../../src/format/index.ts";
import type { AppBody } from "../../src/server/index.ts";
import type { CheckRequest } from "./check-worker.ts";
import type { FileCheck } from "./file-check.ts";

/** Checks a file in a thread of the browser's, by the rules of an app. What is compressed is left to the server.
 *
 * @param file undefined: none
 * @returns how far it is; undefined where nothing is checked */
export function useFileCheck(app: AppBody, file: File | undefined): FileCheck | undefined {
  const [state, setState] = useState<FileCheck>();
  useEffect(() => {
    setState(undefined);
    if (file === undefined || !/\.(?:json|jsonl|ndjson)$/i.test(file.name)) return undefined;
    setState({ kind: "checking", share: 0, issues: 0 });
    const worker = new Worker(new URL("check-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<FileCheck>) => setState(data));
    worker.addEventListener("error", ({ message }) => setState({ kind: "failed", message }));
    worker.postMessage({ file, check: checkOptions(app) } satisfies CheckRequest);
    return () => worker.terminate();
  }, [app, file]);
  return state;
}

function checkOptions(app: AppBody): CheckOptions {
  const types = Object.values(app.channel_configs) as readonly {
    readonly name: string;
    readonly max_message_length?: number;
  }[];
  return {
    ...defaultCheckOptions(parseTime(new Date().toISOString())!),
    roles: Object.keys(app.grants),
    channelTypes: Object.fromEntries(
      types.map(({ name, max_message_length: most = defaultTextLimit }) => [name, most]),
    ),
    multiTenant: app.multi_tenant_enabled,
  };
}
