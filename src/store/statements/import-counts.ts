import { parseTime } from "../../format/index.ts";
import type { ImportCounts } from "../control.ts";
import { importStateNames } from "../import-states.ts";
import { ask } from "./ask.ts";
import { clock } from "./clock.ts";
import type { Steps } from "./step.ts";

/** Counts imports by state, and finds the one that has waited longest for a worker. */
export function* countImports(): Steps<ImportCounts> {
  const counted = yield* ask("select state, count(*) as n from imports group by state");
  const counts = new Map(counted.map(({ state, n }) => [state, n as number]));
  const [row] = yield* ask(
    "select min(waiting_since) as since from imports where state in ('uploaded', 'analyzing', 'importing') and paused = 0 and (lease_until is null or lease_until <= ?)",
    yield* clock(),
  );
  const since = row!["since"] as number | null;
  return {
    states: Object.fromEntries(
      importStateNames.map((state) => [state, counts.get(state) ?? 0]),
    ) as ImportCounts["states"],
    waitingSince: since === null ? null : parseTime(new Date(since).toISOString())!,
  };
}
