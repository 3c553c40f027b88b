import type { ImportTask } from "../server/index.ts";
import { ApiError } from "./api-error.ts";
import { ask } from "./ask.ts";
import { call } from "./call.ts";
import type { Connection } from "./connection.ts";
import { isOver } from "./is-over.ts";
import { readEvents } from "./read-events.ts";

/** How long a stream may be silent before it is taken for held up on its way: the server says something every 15 seconds. In milliseconds, as all below. */
const longestSilence = 40_000;

/** How long is waited before it is asked again: after each failure twice as long, {@link tries} times. */
const [firstWait, tries] = [500, 7];

/** How often an import is looked at where its events do not come through. */
const lookEvery = 2_000;

/** An import as it goes on: at once, then whenever it has changed, until it is over. A connection that breaks is made anew, for about a minute; where events do not come through, the import is looked at again and again.
 *
 * @throws ApiError; ConnectionError when the server stays away; an AbortError of the signal */
export async function* watchImport(
  connection: Connection,
  id: string,
  signal?: AbortSignal,
): AsyncGenerator<ImportTask> {
  const path = `/imports/${encodeURIComponent(id)}`;
  let last = "";
  let live = true;
  for (let failures = 0; ;) {
    try {
      if (live) {
        for await (const event of eventsOf(connection, `${path}/events`, last, signal)) {
          if (event === "silent") {
            live = false;
            break;
          }
          failures = 0;
          last = event.id;
          const { import_task: task } = JSON.parse(event.data) as { import_task: ImportTask };
          yield task;
          if (isOver(task)) return;
        }
      }
      // Whoever missed the last event has missed nothing: each is the whole import.
      const answer = await ask<{ import_task: ImportTask }>(connection, "GET", path, { signal });
      failures = 0;
      yield answer.import_task;
      if (isOver(answer.import_task)) return;
      await pause(live ? firstWait : lookEvery, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if ((error instanceof ApiError && error.status < 500) || ++failures > tries) throw error;
      await pause(firstWait * 2 ** (failures - 1), signal);
    }
  }
}

/** The events of a stream; `silent` at the end of one that is held up. Where the path answers no such stream, it is silent from the start. */
async function* eventsOf(
  connection: Connection,
  path: string,
  last: string,
  outer: AbortSignal | undefined,
): AsyncGenerator<{ id: string; data: string } | "silent"> {
  const quiet = new AbortController();
  let timer = setTimeout(() => quiet.abort(), longestSilence);
  const signal = outer === undefined ? quiet.signal : AbortSignal.any([outer, quiet.signal]);
  const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(block, controller) {
      clearTimeout(timer);
      timer = setTimeout(() => quiet.abort(), longestSilence);
      controller.enqueue(block);
    },
  });
  try {
    const headers = last === "" ? {} : { "Last-Event-ID": last };
    const response = await call(connection, "GET", path, { headers, signal });
    if (response.status === 204) return;
    if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
      yield "silent";
      return;
    }
    yield* readEvents(response.body!.pipeThrough(heard));
  } catch (error) {
    if (!quiet.signal.aborted || outer?.aborted) throw error;
    yield "silent";
  } finally {
    clearTimeout(timer);
    quiet.abort();
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
}
