import type { ImportProgress } from "../store/index.ts";

/** How long the stretch is whose speed is told, in milliseconds: long enough to be steady, short enough to follow a throttle. */
const stretch = 5_000;

/** Tells how fast a phase goes and how long it still takes, from how far it was before. A new phase begins anew. */
export class ProgressMeter {
  #samples: { readonly at: number; readonly bytes: number; readonly items: number }[] = [];
  #phase: ImportProgress["phase"] | undefined;

  /** Adds rate and time left to how far it is now. */
  measure(
    progress: Omit<ImportProgress, "rate" | "eta">,
    now: number = performance.now(),
  ): ImportProgress {
    const { phase, bytes, items, size } = progress;
    if (phase !== this.#phase) this.#samples = [];
    this.#phase = phase;
    this.#samples.push({ at: now, bytes, items });
    // The newest one that is old enough is where the stretch begins.
    while (this.#samples.length > 2 && this.#samples[1]!.at <= now - stretch) this.#samples.shift();
    const first = this.#samples[0]!;
    const seconds = (now - first.at) / 1000;
    if (seconds <= 0) return { ...progress, rate: null, eta: null };
    const speed = (bytes - first.bytes) / seconds;
    return {
      ...progress,
      rate: Math.round((items - first.items) / seconds),
      eta: speed > 0 ? Math.ceil((size - bytes) / speed) : null,
    };
  }
}
