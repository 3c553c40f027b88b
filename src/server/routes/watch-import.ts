import { createHash } from "node:crypto";
import { getImport, type Imports } from "../../imports/index.ts";
import { type ImportRecord, importStates } from "../../store/index.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { streamOf } from "../stream-of.ts";
import { presentImport } from "../wire/import-task.ts";

/** How often another process's changes are looked for, and how long the stream is silent at most; in milliseconds. */
const [lookEvery, silence] = [1_000, 15_000];

/** GET /imports/{id}/events: an import as it goes on, as server-sent events. */
export const watchImportRoute = defineServerRoute({
  method: "GET",
  path: "/imports/:id/events",
  operation: "WatchImport",
  summary:
    "An import as it goes on: an event `import` with the import at once and whenever it has changed, until it is over",
  tag: "Imports",
  permission: "member",
  rate: 300,
  response: ["text/event-stream"],
  also: { 204: "The header Last-Event-ID names the last event: there are no more." },
  async handle({ service: { imports, closing }, caller, request, param }) {
    const id = param("id");
    const first = await getImport(imports, caller.app, id);
    const seen = request.headers.get("last-event-id");
    // A browser asks again when a stream ends; there is nothing more to come.
    if (isOver(first) && (await eventOf(imports, first)).id === seen) {
      return new Response(null, { status: 204 });
    }
    const gone = new AbortController();
    const signal = AbortSignal.any([request.signal, closing, gone.signal]);
    const stream = streamOf(eventsOf(imports, first, seen, signal), () => gone.abort());
    return new Response(stream, {
      headers: { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" },
    });
  },
});

/** The text of events. Each is the whole import, with its history: whoever missed some has missed nothing. */
async function* eventsOf(
  imports: Imports,
  first: ImportRecord,
  seen: string | null,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let last = seen;
  let spoke = Date.now();
  for (let record = first; !signal.aborted;) {
    const { id, text } = await eventOf(imports, record);
    const quiet = Date.now() - spoke >= silence;
    if (id !== last || quiet) {
      spoke = Date.now();
      yield encoder.encode(id === last ? ": nothing new\n\n" : text);
    }
    last = id;
    if (isOver(record)) return;
    await imports.changes.next(lookEvery, signal, record.id);
    record = await getImport(imports, record.app, record.id);
  }
}

async function eventOf(
  imports: Imports,
  record: ImportRecord,
): Promise<{ id: string; text: string }> {
  const data = JSON.stringify({ import_task: await presentImport(imports, record, 10) });
  const id = createHash("sha256").update(data).digest("base64url").slice(0, 16);
  return { id, text: `id: ${id}\nevent: import\ndata: ${data}\n\n` };
}

function isOver({ state }: ImportRecord): boolean {
  return importStates[state].length === 0;
}
