import type { Heartbeat, ImportFacts, Lease } from "../control.ts";
import { ask } from "./ask.ts";
import { askAndKeep } from "./ask-and-keep.ts";
import { clock } from "./clock.ts";
import { changeState } from "./import-changes.ts";
import { factColumns, type ImportRow, importRow, updateImport } from "./import-rows.ts";
import type { Steps } from "./step.ts";

/** How many imports are loaded at a time: one in all, where the store has one writer and another worker does better to analyse meanwhile; or one of each app. */
export type LoadsAtATime = "one" | "one-per-app";

/** The import that a worker takes next. One that was cancelled counts as loaded until its worker lets go. Apps take turns: first those of which least is held, then those that were served longest ago. */
const next = (loads: LoadsAtATime) => `
select id from imports as i
where state in ('uploaded', 'analyzing', 'importing') and paused = 0
  and available_at <= ? and (lease_until is null or lease_until <= ?)
  and not (state = 'importing' and exists (
    select 1 from imports as h
    where h.id <> i.id and h.lease_until > ? and h.state in ('importing', 'cancelled')
    ${loads === "one" ? "" : "and h.app = i.app"}))
order by
  (select count(*) from imports as h where h.app = i.app and h.lease_until > ?),
  (select max(claimed_at) from imports as h where h.app = i.app),
  waiting_since, id
limit 1`;

/** Whether there is an import that a worker could take. */
export function* mayClaim(loads: LoadsAtATime): Steps<boolean> {
  const time = yield* clock();
  const found = yield* ask(next(loads), time, time, time, time);
  return found.length > 0;
}

/** Takes an import for a worker; must run inside a transaction. */
export function* claim(
  loads: LoadsAtATime,
  worker: string,
  milliseconds: number,
): Steps<Lease | undefined> {
  // Two that choose at once would choose two imports of one app.
  yield { alone: "claims" };
  const time = yield* clock();
  const [found] = yield* askAndKeep(next(loads), [time, time, time, time], true);
  if (found === undefined) return undefined;
  const id = found["id"] as string;
  const row = yield* importRow(id);
  if (row["state"] === "uploaded") {
    const by = { kind: "system", name: "worker" } as const;
    yield* changeState(id, [{ from: "uploaded", to: "analyzing", by }], {}, undefined);
  }
  const attempt = (row["attempts"] as number) + 1;
  const record = yield* updateImport(id, {
    worker,
    lease_until: time + milliseconds,
    attempts: attempt,
    claimed_at: time,
  });
  return { record, worker, attempt };
}

/** Renews a lease; must run inside a transaction. */
export function* heartbeat(
  { record: { id, state }, worker }: Lease,
  milliseconds: number,
  facts: ImportFacts,
  achieved: boolean,
): Steps<Heartbeat> {
  const row = yield* heldRow(id, worker);
  if (row === undefined || row["state"] !== state) return { goOn: false };
  const { paused, throttle } = yield* updateImport(id, {
    ...factColumns(facts),
    lease_until: (yield* clock()) + milliseconds,
    ...(achieved ? { attempts: 1 } : {}),
  });
  return paused ? { goOn: false } : { goOn: true, throttle };
}

/** Lets go of an import; must run inside a transaction. */
export function* release(
  { record: { id }, worker }: Lease,
  delay: number,
  facts: ImportFacts,
): Steps<void> {
  const row = yield* heldRow(id, worker);
  if (row === undefined) return;
  const time = yield* clock();
  yield* updateImport(id, {
    ...factColumns(facts),
    worker: null,
    lease_until: null,
    available_at: time + delay,
    waiting_since: time,
    attempts: Math.max(0, (row["attempts"] as number) - (facts.failure ? 0 : 1)),
  });
}

function* heldRow(id: string, worker: string): Steps<ImportRow | undefined> {
  const select = "select * from imports where id = ? and worker = ?";
  const [row] = yield* askAndKeep(select, [id, worker]);
  return row;
}
