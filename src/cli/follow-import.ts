import { ApiError, isOver } from "../client/index.ts";
import type { ImportTask } from "../server/index.ts";
import { pc } from "./colours.ts";
import { commandName } from "./command-name.ts";
import type { Connected } from "./connect.ts";
import { printable } from "./printable.ts";
import { openProgress, type Progress } from "./progress.ts";

/** How an import is followed. */
export interface FollowOptions {
  /** Confirms it when it waits for that. */
  readonly confirm: boolean;
  readonly signal: AbortSignal;
}

/** Follows an import until it is over, waits for somebody, or has failed, and shows on a terminal how far it is.
 *
 * @returns the import as it is then; undefined when the signal was aborted, which ends the import no more than closing one's eyes */
export async function followImport(
  { client, again, work }: Connected,
  id: string,
  { confirm, signal }: FollowOptions,
): Promise<ImportTask | undefined> {
  using progress = openProgress();
  work();
  let failed: string | undefined;
  try {
    let task: ImportTask;
    for await (task of client.watchImport(id, signal)) {
      show(task, progress);
      if (isOver(task) || task.state === "import_failed") return task;
      if (task.failure !== null && task.failure.code !== failed) {
        progress[Symbol.dispose]();
        console.error(retryText(task.failure));
      }
      failed = task.failure?.code;
      if (task.state !== "waiting_confirmation") continue;
      if (!confirm) return task;
      await confirmOnce(client, id);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  progress[Symbol.dispose]();
  console.error(
    `Not followed any more; the import goes on by itself. See it again: ${commandName} imports watch ${id}${again}`,
  );
  return undefined;
}

/** What failed for now, and is tried again by itself. */
function retryText({ message, fix }: NonNullable<ImportTask["failure"]>): string {
  return `${pc.yellow("tried again by itself:")} ${printable(message)}\n${pc.bold("to mend it:")} ${printable(fix)}`;
}

/** Somebody else may have confirmed it at the same moment. */
async function confirmOnce(client: Connected["client"], id: string): Promise<void> {
  try {
    await client.confirmImport(id);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === "import_state")) throw error;
  }
}

function show({ state, paused, progress }: ImportTask, line: Progress): void {
  const phase = paused ? "paused" : progress === null ? state.replaceAll("_", " ") : progress.phase;
  const { bytes = 0, size, items, issues } = progress ?? {};
  line.show({
    phase,
    done: bytes,
    total: size,
    ...(items !== undefined && { items }),
    ...(issues !== undefined && { issues }),
  });
}
