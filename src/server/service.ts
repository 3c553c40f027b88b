import type { Logger } from "pino";
import type { Imports } from "../imports/index.ts";
import type { Lists } from "../store/index.ts";
import type { Sessions } from "./accounts/open-sessions.ts";
import type { Dashboard } from "./pages/dashboard.ts";
import type { HttpMetrics } from "./http-metrics.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Settings } from "./settings/index.ts";

/** What the server is made of; every route has it. */
export interface Service {
  readonly imports: Imports;
  /** Lists of the store, read in threads of their own. */
  readonly lists: Lists;
  /** Who is signed in. */
  readonly sessions: Sessions;
  readonly settings: Settings;
  readonly dashboard: Dashboard;
  /** Signs upload URLs; 32 bytes. */
  readonly secret: Uint8Array;
  readonly rates: RateLimits;
  readonly metrics: HttpMetrics;
  /** Never given a token, a secret or a query. */
  readonly log: Logger;
  /** Of the package. */
  readonly version: string;
  /** Aborted when the server stops: streams end. */
  readonly closing: AbortSignal;
}
