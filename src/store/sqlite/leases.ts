import type { DatabaseSync } from "node:sqlite";
import type { Heartbeat, ImportFacts, Lease } from "../control.ts";
import { changeState } from "./import-changes.ts";
import { factColumns, type ImportRow, importRow, updateImport } from "./import-rows.ts";
import { transaction } from "./transaction.ts";

/** The import that a worker takes next. Only one is loaded at a time: SQLite has one writer, and meanwhile another worker does better to analyse. One that was cancelled counts until its worker lets go. Apps take turns: first those of which least is held, then those that were served longest ago. */
const next = `
select id from imports as i
where state in ('uploaded', 'analyzing', 'importing') and paused = 0
  and available_at <= :now and (lease_until is null or lease_until <= :now)
  and not (state = 'importing' and exists (
    select 1 from imports as h
    where h.id <> i.id and h.lease_until > :now and h.state in ('importing', 'cancelled')))
order by
  (select count(*) from imports as h where h.app = i.app and h.lease_until > :now),
  (select max(claimed_at) from imports as h where h.app = i.app),
  waiting_since, id
limit 1`;

/** Takes an import for a worker. */
export function claim(db: DatabaseSync, worker: string, milliseconds: number): Lease | undefined {
  const find = db.prepare(next);
  // Asked first without a lock: most of the time there is none.
  if (find.get({ now: Date.now() }) === undefined) return undefined;
  return transaction(db, () => {
    const time = Date.now();
    const found = find.get({ now: time });
    if (found === undefined) return undefined;
    const row = importRow(db, found["id"] as string);
    if (row["state"] === "uploaded") {
      const by = { kind: "system", name: "worker" } as const;
      changeState(
        db,
        found["id"] as string,
        [{ from: "uploaded", to: "analyzing", by }],
        {},
        undefined,
      );
    }
    const attempt = (row["attempts"] as number) + 1;
    const record = updateImport(db, found["id"] as string, {
      worker,
      lease_until: time + milliseconds,
      attempts: attempt,
      claimed_at: time,
    });
    return { record, worker, attempt };
  });
}

/** Renews a lease; must run inside a transaction. */
export function heartbeat(
  db: DatabaseSync,
  { record: { id, state }, worker }: Lease,
  milliseconds: number,
  facts: ImportFacts,
  achieved: boolean,
): Heartbeat {
  const row = heldRow(db, id, worker);
  if (row === undefined || row["state"] !== state) return { goOn: false };
  const { paused, throttle } = updateImport(db, id, {
    ...factColumns(facts),
    lease_until: Date.now() + milliseconds,
    ...(achieved ? { attempts: 1 } : {}),
  });
  return paused ? { goOn: false } : { goOn: true, throttle };
}

/** Lets go of an import; must run inside a transaction. */
export function release(
  db: DatabaseSync,
  { record: { id }, worker }: Lease,
  delay: number,
  facts: ImportFacts,
): void {
  const row = heldRow(db, id, worker);
  if (row === undefined) return;
  const time = Date.now();
  updateImport(db, id, {
    ...factColumns(facts),
    worker: null,
    lease_until: null,
    available_at: time + delay,
    waiting_since: time,
    attempts: Math.max(0, (row["attempts"] as number) - (facts.failure ? 0 : 1)),
  });
}

function heldRow(db: DatabaseSync, id: string, worker: string): ImportRow | undefined {
  const row = db.prepare("select * from imports where id = ? and worker = ?").get(id, worker);
  return row as ImportRow | undefined;
}
