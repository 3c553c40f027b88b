import type { Logger } from "pino";
import { openImports, openWorker, type WorkerEvent } from "../imports/index.ts";
import { openLists } from "../store/index.ts";
import { firstAccount } from "./accounts/first-account.ts";
import { makeLink } from "./accounts/link.ts";
import { openSessions } from "./accounts/open-sessions.ts";
import { createServer } from "./create-server.ts";
import { failureEntry } from "./failure-entry.ts";
import { HttpMetrics } from "./http-metrics.ts";
import { listen } from "./listen.ts";
import { memoryRateLimits } from "./memory-rate-limits.ts";
import { openDashboard } from "./pages/dashboard.ts";
import { readSecret } from "./read-secret.ts";
import { importsLocation, type Settings } from "./settings/index.ts";

/** The whole service: API and worker on one store. Disposing of it stops both: requests come to their end, and the import that the worker is on is let go for another. */
export interface Serving extends AsyncDisposable {
  /** Where it is reached from this machine. */
  readonly url: string;
  /** Makes the first account, once, within a day; undefined where there is an account. */
  readonly setupLink: string | undefined;
  /** Rejects when the worker dies: the process should end and be started again. */
  readonly ended: Promise<void>;
}

/** Starts it.
 *
 * @param version of the package
 * @throws StoreError, ListenError, SettingsError */
export async function serve(
  settings: Settings,
  { log, version }: { readonly log: Logger; readonly version: string },
): Promise<Serving> {
  await using opened = new AsyncDisposableStack();
  const location = importsLocation(settings);
  const imports = opened.use(await openImports(location));
  const lists = opened.use(openLists(location));
  const closing = new AbortController();
  const secret = readSecret(settings.data);
  const { accounts } = imports.control;
  const sessions = openSessions(accounts, secret, settings.publicUrl ?? "http://localhost");
  const known = await firstAccount(accounts, sessions, settings);
  const server = createServer({
    imports,
    sessions,
    lists,
    dashboard: openDashboard(),
    settings,
    secret,
    rates: memoryRateLimits(),
    metrics: new HttpMetrics(),
    log,
    version,
    closing: closing.signal,
  });
  const worker = opened.use(
    openWorker(imports, {
      location,
      lease: settings.lease * 1000,
      ...(settings.threads && { threads: settings.threads }),
      onEvent: (event) => logEvent(log, event),
    }),
  );
  await Promise.all([lists.start(), known && sessions.load()]);
  const { url } = opened.use(await listen(server, settings));
  // Streams end before the server waits for its requests.
  opened.defer(() => closing.abort());
  const setupLink = known
    ? undefined
    : (await makeLink(accounts, null, settings.publicUrl ?? url)).url;
  const kept = opened.move();
  return { url, setupLink, ended: worker.ended, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

function logEvent(log: Logger, event: WorkerEvent): void {
  if (event.kind === "trouble") return log.error(failureEntry(event.error), "worker in trouble");
  const { id, app, state, fileName, failure } = event.record;
  const entry = { import: id, app, state, file: fileName };
  if (event.kind === "retry") {
    return log.warn({ ...entry, failure: event.failure }, "import is tried again");
  }
  log.info({ ...entry, ...(failure && { failure }) }, `import ${event.kind.replace("_", " ")}`);
}
