import { hashSources, SourceError } from "../analyse/index.ts";
import { itemTypeNames } from "../format/index.ts";
import { type Counts, load, type Reconciliation, type StoreLocation } from "../store/index.ts";
import type { StepOutcome } from "./analyse-import.ts";
import type { HeldImport } from "./held-import.ts";
import { type ImportResult, resultOf } from "./import-result.ts";
import type { Imports } from "./imports.ts";
import { openFile } from "./open-file.ts";
import { ProgressMeter } from "./progress-meter.ts";

/** Loads the file of an import, or what an unfinished load of it has left. The account of what was loaded goes along with the heartbeats, so that it is known whatever ends the load.
 *
 * @returns what it leads to; undefined when it was stopped before the end
 * @throws SourceError `changed` when the file is not the one that was analysed; StoreError, FilesError; the signal's reason when it is to let go */
export async function loadImport(
  imports: Imports,
  held: HeldImport,
  { tmp, location }: { readonly tmp: string; readonly location: StoreLocation },
): Promise<StepOutcome | undefined> {
  const { record } = held.lease;
  const result = resultOf(record)!;
  const meter = new ProgressMeter();
  await using source = await openFile(imports, held, meter, tmp);
  const { path, name, stamp, size } = source;
  // It may have waited for days: somebody may have changed or put back the file.
  const fingerprint = await hashSources([source], held.signal);
  if (fingerprint !== result.fingerprint) throw new SourceError("changed", name);
  let first: number | undefined;
  const outcome = await load({
    store: location,
    files: [{ path, name, stamp }],
    request: {
      app: record.app,
      fileName: record.fileName,
      fingerprint,
      size,
      mode: record.mode,
      mergeCustom: record.mergeCustom,
      inFile: result.stats,
    },
    onProgress: ({ checkpoint: { index, offset }, counts }) => {
      first ??= index;
      const progress = { bytes: offset, size, items: index, issues: result.issues.warnings };
      held.note(
        {
          progress: meter.measure({ phase: "loading", ...progress }),
          reconciliation: accountOf(result, counts),
        },
        index > first,
      );
    },
    pace: held.pace,
    signal: held.signal,
  });
  if (outcome.kind === "stopped") {
    held.note({ reconciliation: accountOf(result, outcome.counts) });
    return undefined;
  }
  const by = { kind: "system", name: "worker" } as const;
  return {
    changes: [{ from: "importing", to: "completed", by }],
    facts: { ...held.facts, reconciliation: outcome.reconciliation },
  };
}

/** The account of a load that may not be over. */
function accountOf({ stats }: ImportResult, counts: Counts): Reconciliation {
  const types = itemTypeNames.map(
    (type) => [type, { in_file: stats[type], ...counts[type] }] as const,
  );
  return Object.fromEntries(types) as Reconciliation;
}
