import { basename, join } from "node:path";
import {
  type Analysis,
  analyseFile,
  openSource,
  type Source,
  type SourceOptions,
} from "../analyse/index.ts";
import {
  builtInRoles,
  type CheckOptions,
  defaultCheckOptions,
  defaultTextLimit,
  parseTime,
} from "../format/index.ts";
import type { App } from "../store/index.ts";
import type { CheckFlags } from "./options.ts";
import type { Progress } from "./progress.ts";
import { openReport } from "./report-writer.ts";

/** A file that has been checked. */
export interface CheckedFile {
  readonly analysis: Analysis;
  /** Where every issue is, as JSON Lines; empty when there are none. */
  readonly report: string;
  /** Milliseconds that it took. */
  readonly elapsed: number;
}

/** Opens the file that a command names, `-` for standard input, and shows how far decompressing is. */
export function openInput(
  file: string,
  flags: CheckFlags,
  progress: Progress,
  signal: AbortSignal,
): Promise<Source> {
  const options: SourceOptions = {
    onSpool: (done, total) => progress.show({ phase: "unpacking", done, total }),
    signal,
    ...(flags.tmp === undefined ? {} : { tmp: flags.tmp }),
  };
  return openSource(file === "-" ? process.stdin : file, options);
}

/** Analyses an opened file and writes the report. */
export async function checkFile(
  source: Source,
  check: CheckOptions,
  flags: CheckFlags,
  progress: Progress,
  signal: AbortSignal,
): Promise<CheckedFile> {
  const began = performance.now();
  const name = source.name === "-" ? "stdin" : basename(source.name);
  const path = flags.report ?? join(flags.data, "reports", `${name}.issues.jsonl`);
  await using report = await openReport(path);
  const analysis = await analyseFile(source, {
    check,
    report: report.write,
    onProgress: ({ phase, bytes, size, elements, issues }) =>
      progress.show({ phase, done: bytes, total: size, items: elements, issues }),
    signal,
  });
  await report.complete();
  return { analysis, report: path, elapsed: performance.now() - began };
}

/** What the flags, and the app's own roles and channel types, make of the checks. */
export function checkOptions(
  flags: CheckFlags,
  app: Pick<App, "roles" | "channelTypes"> = { roles: builtInRoles, channelTypes: {} },
): CheckOptions {
  const defaults = defaultCheckOptions(parseTime(new Date().toISOString())!);
  const types = [
    ...Object.entries(app.channelTypes).map(
      ([name, type]) => [name, type.maxMessageLength] as const,
    ),
    ...Object.entries(flags.channelTypes ?? {}).map(
      ([name, limit]) => [name, limit ?? app.channelTypes[name]?.maxMessageLength] as const,
    ),
  ];
  return {
    ...defaults,
    roles: [...app.roles, ...(flags.roles ?? [])],
    channelTypes: {
      ...defaults.channelTypes,
      ...Object.fromEntries(types.map(([name, limit]) => [name, limit ?? defaultTextLimit])),
    },
    lighterChannelIds: flags.lighterValidationId ?? false,
    multiTenant: flags.multiTenant ?? false,
  };
}
