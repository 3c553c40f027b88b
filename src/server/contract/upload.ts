import type { ImportTask } from "../wire/import-task.ts";
import type { Answer, TestCall, TestServer } from "./test-server.ts";

/** Nobody: no key, no token. */
const nobody = { key: null, token: null } as const satisfies TestCall;

/** What POST /import_urls gives. */
export interface Place {
  readonly id: string;
  readonly path: string;
  readonly upload_url: string;
}

/** Asks for a place for a file. */
export async function place(server: TestServer, filename = "export.jsonl"): Promise<Place> {
  const { body } = await server.call("POST", "/import_urls", { body: { filename } });
  return body;
}

/** Uploads a file to a place. */
export function put(
  server: TestServer,
  { upload_url }: Pick<Place, "upload_url">,
  body: NonNullable<TestCall["body"]>,
  headers: Readonly<Record<string, string>> = { "Content-Type": "application/json" },
): Promise<Answer> {
  return server.call("PUT", upload_url, { ...nobody, body, headers });
}

/** Uploads a file and asks for its import. */
export async function importOf(
  server: TestServer,
  file: string | Uint8Array,
  options: object = {},
): Promise<ImportTask> {
  const given = await place(server);
  await put(server, given, file);
  const body = { path: given.path, mode: "upsert", ...options };
  const answer = await server.call("POST", "/imports", { body });
  return (answer.body as { import_task: ImportTask }).import_task;
}

/** Resolves with an import when it is in a state. */
export async function reaches(
  server: TestServer,
  { id }: Pick<ImportTask, "id">,
  state: ImportTask["state"],
): Promise<ImportTask> {
  for (;;) {
    const { body } = await server.call("GET", `/imports/${id}`);
    const { import_task: task } = body as { import_task: ImportTask };
    if (task.state === state) return task;
    if (["analyze_failed", "completed", "cancelled"].includes(task.state)) {
      throw new Error(`it is ${task.state}: ${JSON.stringify(task)}`);
    }
    await server.imports.changes.next(1_000, undefined, id);
  }
}
