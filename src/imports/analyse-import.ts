import { join } from "node:path";
import { analyseFiles, hashSources } from "../analyse/index.ts";
import type { ImportFacts, StateChange } from "../store/index.ts";
import { appCheckOptions } from "./app-check-options.ts";
import type { HeldImport } from "./held-import.ts";
import type { ImportResult } from "./import-result.ts";
import type { Imports } from "./imports.ts";
import { openFile } from "./open-file.ts";
import { ProgressMeter } from "./progress-meter.ts";

/** What a worker's step leads to: the states that follow, and what is known. */
export interface StepOutcome {
  readonly changes: readonly StateChange[];
  readonly facts: ImportFacts;
}

const worker = { kind: "system", name: "worker" } as const;
const automatic = { kind: "system", name: "automatic" } as const;

/** Checks the file of an import and keeps the report. A valid one waits for confirmation, or is confirmed at once where the app wants that.
 *
 * @throws SourceError, StoreError, FilesError; the signal's reason when it is to let go */
export async function analyseImport(
  imports: Imports,
  held: HeldImport,
  { tmp, threads }: { readonly tmp: string; readonly threads: number },
): Promise<StepOutcome> {
  const { id, app: appName, references } = held.lease.record;
  const meter = new ProgressMeter();
  await using source = await openFile(imports, held, meter, tmp);
  const app = await imports.store.app(appName);
  await using report = await imports.files.create();
  const analysis = await analyseFiles([source], {
    check: appCheckOptions(app),
    report: (lines) => report.write(lines),
    onProgress: ({ elements, ...progress }) =>
      held.note({ progress: meter.measure({ ...progress, items: elements }) }),
    signal: held.signal,
    threads,
    tmp: join(tmp, id),
    ...(references === "file"
      ? {}
      : { lookUp: (keys) => imports.store.knownItems(app.name, keys) }),
  });
  const { valid, stats, issues, elements } = analysis;
  const { errors, warnings } = issues;
  const fingerprint = await hashSources([source], held.signal);
  const result: ImportResult = { stats, issues, elements, size: source.size, fingerprint };
  const facts = {
    result,
    report: errors + warnings > 0 ? (await report.complete()).name : null,
    progress: held.facts.progress ?? null,
  };
  if (!valid) {
    return { changes: [{ from: "analyzing", to: "analyze_failed", by: worker }], facts };
  }
  const waits = { from: "analyzing", to: "waiting_confirmation", by: worker } as const;
  const goesOn = { from: "waiting_confirmation", to: "importing", by: automatic } as const;
  const atOnce = app.confirm === "automatic" && app.mode === "development";
  return { changes: atOnce ? [waits, goesOn] : [waits], facts };
}
