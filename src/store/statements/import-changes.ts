import type { ImportFacts, Lease, StateChange } from "../control.ts";
import type { ImportChange, ImportRecord, UploadedFile } from "../import-record.ts";
import { importStates, mayFollow } from "../import-states.ts";
import { mustTakeFile } from "../must-take-file.ts";
import { StoreError } from "../store-error.ts";
import { changeText, wrongImportState } from "../wrong-import-state.ts";
import { factColumns, importRow, recordOf, updateImport } from "./import-rows.ts";
import { clock } from "./clock.ts";
import { now } from "./now.ts";
import type { Steps } from "./step.ts";

/** Notes the file of an import; must run inside a transaction. Throws `import_state` unless it waits for one. */
export function* completeUpload(
  id: string,
  { name, size, sha256 }: UploadedFile,
): Steps<ImportRecord> {
  mustTakeFile(recordOf(yield* importRow(id)));
  return yield* updateImport(id, { file: name, size, sha256, updated_at: now() });
}

/** Moves an import through states; must run inside a transaction. Throws `import_state` or `lease_lost`. */
export function* changeState(
  id: string,
  changes: readonly StateChange[],
  facts: ImportFacts,
  lease: Lease | undefined,
): Steps<ImportRecord> {
  const row = yield* importRow(id);
  if (lease !== undefined && row["worker"] !== lease.worker) throw lost(lease);
  const at = now();
  const waitingSince = yield* clock();
  const history: ImportChange[] = [];
  let { state } = recordOf(row);
  for (const { from, to, by, reason } of changes) {
    if (state !== from || !mayFollow(from, to)) {
      throw wrongImportState(id, state, changeText(from, to));
    }
    history.push({ previous: from, next: to, at, by, reason: reason ?? null });
    state = to;
  }
  return yield* updateImport(id, {
    failure: null,
    ...factColumns(facts),
    // How far it was before says nothing of what begins now.
    ...(state === "analyzing" || state === "importing" ? { progress: null } : {}),
    ...(history[0]?.previous === "uploading" && state !== "cancelled" ? { asked_at: at } : {}),
    ...(lease ? { worker: null, lease_until: null } : {}),
    state,
    // What is over waits for nothing.
    ...(importStates[state].length === 0 ? { paused: 0 } : {}),
    history: JSON.stringify([...recordOf(row).history, ...history]),
    updated_at: at,
    attempts: 0,
    available_at: 0,
    waiting_since: waitingSince,
  });
}

/** Pauses, resumes or throttles an import; must run inside a transaction. Throws `import_state` when it is over. */
export function* adjust(
  id: string,
  { paused, throttle }: { readonly paused?: boolean; readonly throttle?: number | null },
): Steps<ImportRecord> {
  const { state } = recordOf(yield* importRow(id));
  if (importStates[state].length === 0) {
    const how = paused === undefined ? "throttled" : paused ? "paused" : "resumed";
    throw wrongImportState(id, state, `be ${how}`);
  }
  return yield* updateImport(id, {
    ...(paused === undefined ? {} : { paused: Number(paused) }),
    // Whoever resumes it wants it tried at once.
    ...(paused === false ? { available_at: 0 } : {}),
    ...(throttle === undefined ? {} : { throttle }),
    updated_at: now(),
  });
}

/** The error of a worker that no longer holds an import. */
function lost({ record, worker }: Lease): StoreError {
  return new StoreError(
    "lease_lost",
    `The worker ${worker} no longer holds the import "${record.id}".`,
    "Let it go: another worker goes on with it, or somebody stopped it.",
  );
}
