import { type ImportFacts, type Lease, LoadPace } from "../store/index.ts";
import type { Imports } from "./imports.ts";
import type { WorkerOptions } from "./worker-options.ts";

/** An import that this worker holds: it renews the lease, writes down how far it is, and hears whether to go on. Dispose of it when there is nothing left to renew. */
export class HeldImport implements Disposable {
  readonly lease: Lease;
  /** How fast it is loaded. */
  readonly pace = new LoadPace();
  /** Aborted when the worker is to let go: somebody paused or cancelled the import, the worker is to stop, or the lease could not be renewed. */
  readonly signal: AbortSignal;
  readonly #stop = new AbortController();
  readonly #imports: Imports;
  readonly #options: Required<Pick<WorkerOptions, "lease" | "beat">>;
  readonly #timer: NodeJS.Timeout;
  readonly #listening: Disposable;
  #facts: ImportFacts = {};
  #achieved = false;
  #beating = false;
  #renewed = Date.now();

  constructor(
    imports: Imports,
    lease: Lease,
    options: Required<Pick<WorkerOptions, "lease" | "beat" | "signal">>,
  ) {
    this.#imports = imports;
    this.lease = lease;
    this.#options = options;
    this.pace.limit = lease.record.throttle;
    this.signal = AbortSignal.any([options.signal, this.#stop.signal]);
    this.#timer = setInterval(() => void this.#beat(), options.beat);
    this.#listening = imports.changes.listen((id) => {
      if (id === lease.record.id) void this.#beat();
    });
  }

  /** What is known of it so far. */
  get facts(): ImportFacts {
    return this.#facts;
  }

  /** Notes how far it is, for the next heartbeat.
   *
   * @param achieved something is written for good */
  note(facts: ImportFacts, achieved = false): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#achieved ||= achieved;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.#listening[Symbol.dispose]();
  }

  async #beat(): Promise<void> {
    if (this.#beating) return;
    this.#beating = true;
    const { lease, beat } = this.#options;
    const began = Date.now();
    try {
      const { control, changes } = this.#imports;
      const answer = await control.heartbeat(this.lease, lease, this.#facts, this.#achieved);
      this.#renewed = began;
      if (answer.goOn) this.pace.limit = answer.throttle;
      else this.#stop.abort();
      // Who watches learns how far it is; this one knows.
      changes.tell(this.lease.record.id);
    } catch {
      // Tried again with the next beat, until another worker might take the import.
      if (Date.now() + beat >= this.#renewed + lease) this.#stop.abort();
    } finally {
      this.#beating = false;
    }
  }
}
