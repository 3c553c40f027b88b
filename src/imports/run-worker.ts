import { randomUUID } from "node:crypto";
import { availableParallelism, hostname } from "node:os";
import { join } from "node:path";
import { sweepTempFolders } from "../analyse/index.ts";
import { doStep, type StepOptions } from "./do-step.ts";
import type { Imports } from "./imports.ts";
import type { WorkerOptions } from "./worker-options.ts";

const hour = 3_600_000;
const sweepEvery = hour;

/** Nothing that is on its way to being known takes as long, in milliseconds. */
const forgotten = 24 * hour;

/** An import that was not asked for by then never will be, in milliseconds: an upload may begin until its URL expires, after seven days at most, and take six hours. */
const abandoned = 8 * 24 * hour;

/** Works on imports, one at a time, until its signal is aborted: analyses what was uploaded, loads what was confirmed, goes on where a worker that is gone had stopped. Several may run side by side, in one process or in many. Errors do not end it; they are told as events, and what they hit is tried again. */
export async function runWorker(imports: Imports, options: WorkerOptions): Promise<void> {
  const { control, files, changes } = imports;
  const { location, signal, poll = 1_000, onEvent } = options;
  const ownTmp = join(location.folder, "tmp");
  const steps: StepOptions = {
    tmp: ownTmp,
    lease: 10_000,
    beat: 500,
    attempts: 8,
    backoff: 1_000,
    threads: availableParallelism(),
    ...options,
  };
  const worker = `${hostname()}:${process.pid}:${randomUUID()}`;
  let swept = -Infinity;
  let trouble: string | undefined;
  while (!signal.aborted) {
    try {
      if (performance.now() - swept > sweepEvery) {
        await control.forgetUnasked(abandoned);
        await files.sweep(forgotten, (names) => control.unknownFiles(names));
        await sweepTempFolders(ownTmp, forgotten);
        swept = performance.now();
      }
      const lease = await control.claim(worker, steps.lease);
      trouble = undefined;
      if (lease === undefined) {
        await changes.next(poll, signal);
        continue;
      }
      onEvent?.({ kind: "taken", record: lease.record });
      changes.tell(lease.record.id);
      onEvent?.(await doStep(imports, lease, steps));
    } catch (error) {
      // Said once, and not each second for as long as a disk is full.
      if (trouble !== String(error)) onEvent?.({ kind: "trouble", error });
      trouble = String(error);
      await changes.next(poll, signal);
    }
  }
}
