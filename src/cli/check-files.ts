import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { type Analysis, analyseFiles, free } from "../analyse/index.ts";
import {
  builtInChannelTypes,
  builtInRoles,
  type CheckOptions,
  defaultTextLimit,
} from "../format/index.ts";
import { appCheckOptions } from "../imports/index.ts";
import type { App } from "../store/index.ts";
import type { Inputs } from "./inputs.ts";
import type { CheckFlags } from "./options.ts";
import type { Progress } from "./progress.ts";
import { reportPath } from "./report-path.ts";
import { openReport } from "./open-report.ts";
import type { OutputFile } from "./output-file.ts";
import { WriteError } from "./write-error.ts";

/** Files that have been checked. */
export interface CheckedFiles {
  readonly analysis: Analysis;
  /** Where every issue is, as JSON Lines; empty when there are none. */
  readonly report: string;
  /** Milliseconds that it took. */
  readonly elapsed: number;
}

/** Analyses opened files and writes the report. */
export async function checkFiles(
  { sources }: Inputs,
  check: CheckOptions,
  flags: CheckFlags,
  progress: Progress,
  signal: AbortSignal,
): Promise<CheckedFiles> {
  // V8 would let what dies young in this thread take 20 MB more, and be no faster for it.
  setFlagsFromString("--semi-space-growth-factor=1");
  const began = performance.now();
  const names = sources.map(({ name }) => name);
  await using report = await openReportOn(names, flags);
  const analysis = await analyseFiles(sources, {
    check,
    report: async (lines) => {
      await report.write(lines);
      free(lines);
    },
    onProgress: ({ phase, bytes, size, elements, issues }) =>
      progress.show({ phase, done: bytes, total: size, items: elements, issues }),
    signal,
    threads: flags.threads,
    ...(flags.maxItem === undefined ? {} : { maxItem: flags.maxItem }),
    ...(flags.tmp === undefined ? {} : { tmp: flags.tmp }),
  });
  await report.complete();
  return { analysis, report: report.path, elapsed: performance.now() - began };
}

/** Opens the report that was asked for; else one in the folder of the store, or, where that cannot be written, in a temporary one: what is wrong with files may be told all the same. */
async function openReportOn(
  names: readonly string[],
  { report, data }: CheckFlags,
): Promise<OutputFile> {
  const kind = { what: "report", option: "--report" } as const;
  if (report !== undefined) return openReport(report, kind);
  try {
    return await openReport(reportPath(data, names), kind);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const folder = await mkdtemp(join(tmpdir(), "chatferry-"));
    return openReport(reportPath(folder, names), kind);
  }
}

/** What the flags, and the app's own roles and channel types, make of the checks. */
export function checkOptions(
  flags: CheckFlags,
  app: Pick<App, "roles" | "channelTypes" | "multiTenant"> = builtIn,
): CheckOptions {
  const options = appCheckOptions(app);
  const types = Object.entries(flags.channelTypes ?? {}).map(
    ([name, limit]) => [name, limit ?? options.channelTypes[name] ?? defaultTextLimit] as const,
  );
  return {
    ...options,
    roles: [...options.roles, ...(flags.roles ?? [])],
    channelTypes: { ...options.channelTypes, ...Object.fromEntries(types) },
    lighterChannelIds: flags.lighterValidationId ?? false,
    multiTenant: flags.multiTenant ?? app.multiTenant,
  };
}

/** An app as it is when it is made. */
const builtIn = {
  roles: builtInRoles,
  channelTypes: Object.fromEntries(
    builtInChannelTypes.map((name) => [name, { maxMessageLength: null }]),
  ),
  multiTenant: false,
};
