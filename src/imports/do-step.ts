import type { ImportFailure, Lease } from "../store/index.ts";
import { analyseImport } from "./analyse-import.ts";
import { failureOf, mayPass } from "./failure-of.ts";
import { HeldImport } from "./held-import.ts";
import type { Imports } from "./imports.ts";
import { loadImport } from "./load-import.ts";
import type { WorkerEvent } from "./worker-event.ts";
import type { WorkerOptions } from "./worker-options.ts";

/** The options of a worker with their defaults. */
export type StepOptions = Required<Omit<WorkerOptions, "onEvent" | "poll">>;

const longestBackoff = 60_000;

/** Does what is next for an import that a worker has taken, and lets go of it whatever happens: in its next state, or as it was, for another try.
 *
 * @returns what became of it
 * @throws StoreError when that cannot be written down; the lease then ends by itself */
export async function doStep(
  imports: Imports,
  lease: Lease,
  options: StepOptions,
): Promise<WorkerEvent> {
  const { control, changes } = imports;
  const { record, attempt } = lease;
  using held = new HeldImport(imports, lease, options);
  try {
    if (attempt > options.attempts) throw lost(attempt);
    const step = record.state === "analyzing" ? analyseImport : loadImport;
    const outcome = await step(imports, held, options);
    if (outcome === undefined) return await letGo(imports, held);
    const after = await control.changeState(record.id, outcome.changes, outcome.facts, lease);
    return { kind: "done", record: after };
  } catch (error) {
    if (held.signal.aborted) return await letGo(imports, held);
    const failure = failureOf(error);
    if (mayPass(failure) && attempt < options.attempts) {
      const delay = Math.min(longestBackoff, options.backoff * 2 ** (attempt - 1));
      await control.release(lease, delay, { ...held.facts, failure });
      return { kind: "retry", record, failure, delay };
    }
    return await fail(imports, held, failure);
  } finally {
    changes.tell(record.id);
  }
}

async function letGo({ control }: Imports, { lease, facts }: HeldImport): Promise<WorkerEvent> {
  await control.release(lease, 0, facts);
  return { kind: "let_go", record: lease.record };
}

async function fail(
  { control }: Imports,
  { lease, facts }: HeldImport,
  failure: ImportFailure,
): Promise<WorkerEvent> {
  const { id, state: from } = lease.record;
  const by = { kind: "system", name: "worker" } as const;
  const to = from === "analyzing" ? "analyze_failed" : "import_failed";
  const change = { from, to, by, reason: failure.message } as const;
  const record = await control.changeState(id, change, { ...facts, failure }, lease);
  return { kind: "done", record };
}

/** What is wrong with an import that no worker comes through with. */
function lost(attempt: number): Error & ImportFailure {
  return Object.assign(
    new Error(`${attempt - 1} workers were lost while they were on it, or got nowhere.`),
    {
      code: "worker_lost",
      fix: "See in the log of the system what ended them; too little memory is likely. Then try again.",
    },
  );
}
