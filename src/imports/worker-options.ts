import type { ImportsLocation } from "./imports-location.ts";
import type { WorkerEvent } from "./worker-event.ts";

/** How a worker works. Times in milliseconds. */
export interface WorkerOptions {
  /** Where everything is: a load opens the store anew, in a thread of its own. */
  readonly location: ImportsLocation;
  /** Asks the worker to stop: it lets go of what it holds, for another to go on with, and ends. */
  readonly signal: AbortSignal;
  /** Threads of an analysis. Default: one for each core. */
  readonly threads?: number;
  /** Where compressed files are unpacked. Default: the folder `tmp` of the store's folder. */
  readonly tmp?: string;
  /** For how long an import is held at a time: when the worker dies, another takes over after that. Default: 10,000. */
  readonly lease?: number;
  /** How often the lease is renewed, and so how soon a pause from elsewhere is seen. Default: 500. */
  readonly beat?: number;
  /** How often it is looked for new imports of other processes. Default: 1,000. */
  readonly poll?: number;
  /** How often an import is taken without getting anywhere before it has failed. Default: 8. */
  readonly attempts?: number;
  /** How long is waited after the first failure that another try may mend; doubled with each, up to a minute. Default: 1,000. */
  readonly backoff?: number;
  /** Told what the worker does. */
  readonly onEvent?: (event: WorkerEvent) => void;
}
