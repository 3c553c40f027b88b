import { pino } from "pino";
import { type ImportsLocation, openImports, openWorker } from "../imports/index.ts";
import { openLists } from "../store/index.ts";
import { openSessions } from "./accounts/open-sessions.ts";
import { createServer } from "./create-server.ts";
import { HttpMetrics } from "./http-metrics.ts";
import { memoryRateLimits } from "./memory-rate-limits.ts";
import { openDashboard } from "./pages/dashboard.ts";
import { readSecret } from "./read-secret.ts";
import { readSettings } from "./settings/index.ts";

/** The API on the store of a folder of this machine without a port, for whoever may write the folder: without credentials, and without limits. */
export interface LocalServer extends AsyncDisposable {
  /** Answers a request to any origin. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Works on imports in a thread of its own from now on, beside whoever else does. */
  readonly work: () => void;
}

/** Opens it, beside servers and workers on the same folder, which is made when it is not there.
 *
 * @param app that requests are about
 * @throws StoreError */
export async function openLocalServer(
  location: ImportsLocation,
  app: string,
): Promise<LocalServer> {
  await using opened = new AsyncDisposableStack();
  const { folder } = location;
  const imports = opened.use(await openImports(location));
  await imports.store.app(app);
  const closing = new AbortController();
  const secret = readSecret(folder);
  const server = createServer({
    imports,
    sessions: openSessions(imports.control.accounts, secret, "http://localhost"),
    lists: opened.use(openLists(location)),
    dashboard: openDashboard(),
    settings: readSettings({ data: folder, maxUpload: "0", rateLimit: "0", addressLimit: "0" }),
    secret,
    rates: memoryRateLimits(),
    metrics: new HttpMetrics(),
    log: pino({ level: "silent" }),
    version: "",
    closing: closing.signal,
  });
  opened.defer(() => closing.abort());
  const by = { kind: "system", name: "command line" } as const;
  const caller = { kind: "server", app, key: "", by } as const;
  const kept = opened.move();
  return {
    fetch: (url, init) => server.fetch(new Request(url, init), { address: "local", caller }),
    work: () => void kept.use(openWorker(imports, { location })),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
