import { itemTypeNames } from "../../format/index.ts";
import { byType } from "../by-type.ts";
import type { LoadRequest } from "../load-request.ts";
import type { Checkpoint, LoadState } from "../load-state.ts";
import type { Counts, Reconciliation } from "../reconciliation.ts";
import { StoreError } from "../store-error.ts";
import { tables } from "../tables.ts";
import { ask } from "./ask.ts";
import { insertCounts, readCounts, type StoredCounts } from "./load-counts.ts";
import { now } from "./now.ts";
import type { Steps } from "./step.ts";

/** Finds the unfinished load that a request goes on with, or begins one. A load is only gone on with while it is the app's newest: what another one has written since would be kept in part and overwritten in part. Must run inside a transaction. */
export function* beginLoad(app: number, request: LoadRequest): Steps<LoadState> {
  const { inFile, ...rest } = request;
  yield { alone: `loads of app ${app}` };
  const [unfinished] = yield* ask(
    "select id, started_at, next_offset, next_index from loads where app = ? and fingerprint = ? and mode = ? and merge_custom = ? and finished_at is null and id = (select max(id) from loads where app = ?)",
    app,
    request.fingerprint,
    request.mode,
    Number(request.mergeCustom),
    app,
  );
  if (unfinished !== undefined) {
    const { id, started_at, next_offset, next_index } = unfinished as Record<string, number>;
    return {
      ...rest,
      id: id!,
      importTime: String(started_at),
      checkpoint: { offset: next_offset!, index: next_index! },
      counts: outcomes(yield* readCounts(app, id!)),
    };
  }
  const [last] = yield* ask("select max(id) as id from loads where app = ?", app);
  const id = Number(last!["id"]) + 1;
  const importTime = now();
  yield* ask(
    "insert into loads (app, id, file_name, fingerprint, size, mode, merge_custom, next_offset, next_index, started_at) values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",
    app,
    id,
    request.fileName,
    request.fingerprint,
    request.size,
    request.mode,
    Number(request.mergeCustom),
    importTime,
  );
  yield* insertCounts(app, id, inFile);
  const counts = outcomes(yield* readCounts(app, id));
  return { ...rest, id, importTime, checkpoint: { offset: 0, index: 0 }, counts };
}

/** Moves the checkpoint of a load; must run inside the transaction that writes what lies before it. Throws a {@link StoreError} `load_taken_over` when it is no longer where `load` has it. */
export function* advance(app: number, load: LoadState, next: Checkpoint): Steps<void> {
  yield { alone: `loads of app ${app}` };
  const moved = yield* ask(
    "update loads set next_offset = ?, next_index = ? where app = ? and id = ? and next_offset = ? and next_index = ? and finished_at is null returning id",
    next.offset,
    next.index,
    app,
    load.id,
    load.checkpoint.offset,
    load.checkpoint.index,
  );
  if (moved.length === 1) return;
  throw new StoreError(
    "load_taken_over",
    `Another process is loading ${load.fileName} into the app "${load.app}" and has gone on from item ${load.checkpoint.index}.`,
    "Let it finish; what it has loaded stays.",
  );
}

/** Ends a load and gives its account, with a sentence on each thing in it that does not add up. Must run inside a transaction. */
export function* finishLoad(
  app: number,
  load: LoadState,
): Steps<{ readonly reconciliation: Reconciliation; readonly differences: readonly string[] }> {
  yield* advance(app, load, load.checkpoint);
  yield* ask("update loads set finished_at = ? where app = ? and id = ?", now(), app, load.id);
  const counts = yield* readCounts(app, load.id);
  const differences: string[] = [];
  for (const type of itemTypeNames) {
    const { in_file, created, updated, unchanged, skipped, superseded } = counts[type];
    const loaded = created + updated + unchanged + skipped;
    const written = created + updated - superseded;
    const [row] = yield* ask(
      `select count(*) as stored from ${tables[type]} where app = ? and import_id = ?`,
      app,
      load.id,
    );
    const stored = row!["stored"] as number;
    if (loaded !== in_file) {
      differences.push(`${type}: ${in_file} in the file but ${loaded} loaded`);
    }
    if (stored !== written) {
      differences.push(`${type}: ${written} rows written but ${stored} stored`);
    }
  }
  return { reconciliation: reconciled(counts), differences };
}

/** The account of a load that is finished. */
export function* finishedReconciliation(
  app: number,
  id: number,
): Steps<Reconciliation | undefined> {
  const [load] = yield* ask(
    "select 1 as found from loads where app = ? and id = ? and finished_at is not null",
    app,
    id,
  );
  return load && reconciled(yield* readCounts(app, id));
}

function reconciled(counts: StoredCounts): Reconciliation {
  return byType((type) => {
    const { in_file, created, updated, unchanged, skipped } = counts[type];
    return { in_file, created, updated, unchanged, skipped };
  });
}

function outcomes(counts: StoredCounts): Counts {
  return byType((type) => {
    const { created, updated, unchanged, skipped } = counts[type];
    return { created, updated, unchanged, skipped };
  });
}
