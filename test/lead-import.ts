import { mkdirSync, watch } from "node:fs";
import { type ApiKey, openControl } from "../src/store/index.ts";
import { ApiClient, type Place, type Task } from "./api-client.ts";
import { type Running, startCli } from "./run-cli.ts";
import { type Served, startServe } from "./start-serve.ts";

/** How it went. */
export interface Led {
  readonly task: Task;
  /** How often something was written in the folder. */
  readonly writes: number;
  readonly kills: number;
}

/** Makes a key of the app that is there from the start, beside a service or before there is one. */
export async function makeKey(folder: string): Promise<ApiKey> {
  await using control = await openControl({ folder });
  return await control.createKey("default", "script");
}

/** Leads an import of a file from its upload to its end. Where it is to be killed, a worker of its own runs beside the service; in turn, one of the two is killed and followed by another, the client asking for whatever is next each time.
 *
 * @param moments after how many writes in all one is killed */
export async function leadImport(
  folder: string,
  file: string,
  moments: readonly number[] = [],
): Promise<Led> {
  mkdirSync(folder);
  const key = await makeKey(folder);
  let place: Place | undefined;
  let writes = 0;
  let kills = 0;
  await using workers = new AsyncDisposableStack();
  const startWorker = () =>
    workers.adopt(startCli(["worker", "--data", folder, "--lease", "2"]), stop);
  let worker = moments.length > 0 ? startWorker() : undefined;
  let service: Served | undefined;
  let killed = false;
  using watcher = new DisposableStack();
  watcher
    .adopt(watch(folder, { recursive: true }), (it) => it.close())
    .on("change", () => {
      writes++;
      if (service === undefined || killed || writes < (moments[kills] ?? Infinity)) return;
      kills++;
      if (kills % 2 === 0) killed = service.process.kill("SIGKILL");
      else {
        worker!.process.kill("SIGKILL");
        worker = startWorker();
      }
    });
  for (;;) {
    killed = false;
    service = await startServe(folder);
    try {
      const client = new ApiClient(service.url, key);
      place ??= await client.place("many.jsonl");
      const task = await lead(client, place, file);
      if (!killed) return { task, writes, kills };
    } catch (error) {
      if (!killed) throw error;
    } finally {
      await stop(service);
      service = undefined;
    }
  }
}

async function stop({ process, ended }: Running): Promise<void> {
  process.kill("SIGTERM");
  await ended;
}

/** Asks for what is next, from wherever the import is. */
async function lead(client: ApiClient, place: Place, file: string): Promise<Task> {
  const path = `/imports/${place.id}`;
  const { state, size } = await client.step("GET", path);
  if (state === "uploading") {
    if (size === 0) await client.put(place, file);
    await client.step("POST", "/imports", { path: place.path });
  }
  if (["uploading", "uploaded", "analyzing", "waiting_confirmation"].includes(state)) {
    await client.reaches(place.id, "waiting_confirmation");
    await client.step("POST", `${path}/confirm`);
  }
  return client.reaches(place.id, "completed");
}
