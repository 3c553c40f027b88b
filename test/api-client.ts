import { readFileSync } from "node:fs";
import { SignJWT } from "jose";
import type { ApiKey } from "../src/store/index.ts";

/** What the tests look at of an import. */
export interface Task {
  readonly id: string;
  readonly path: string;
  readonly state: string;
  readonly size: number;
  readonly history: readonly { readonly next_state: string }[];
  readonly reconciliation: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
}

/** Where a file is to go. */
export interface Place {
  readonly id: string;
  readonly path: string;
  readonly upload_url: string;
}

/** A client of the API as another program would write it: by fetch, with a server token. Rejects on every error that the API answers. */
export class ApiClient {
  readonly #origin: string;
  readonly #key: ApiKey;

  constructor(origin: string, key: ApiKey) {
    this.#origin = origin;
    this.#key = key;
  }

  /** Calls a route. */
  async call(method: string, path: string, body?: object): Promise<Response> {
    const { key, secret } = this.#key;
    const token = await new SignJWT({ server: true })
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(secret));
    const url = new URL(path, this.#origin);
    url.searchParams.set("api_key", key);
    const response = await fetch(url, {
      method,
      headers: { Authorization: token, "Stream-Auth-Type": "jwt" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    throw new ApiFailure(response.status, await response.text());
  }

  async place(filename: string): Promise<Place> {
    return (await (await this.call("POST", "/import_urls", { filename })).json()) as Place;
  }

  /** Uploads a file; to this server, also where another one has signed the URL. */
  async put({ upload_url }: Place, file: string): Promise<void> {
    const { pathname, search } = new URL(upload_url);
    const response = await fetch(new URL(pathname + search, this.#origin), {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: readFileSync(file),
    });
    if (!response.ok) throw new ApiFailure(response.status, await response.text());
  }

  async step(method: string, path: string, body?: object): Promise<Task> {
    const answer = await (await this.call(method, path, body)).json();
    return (answer as { import_task: Task }).import_task;
  }

  /** Resolves with the import when it is in a state, as its events tell. */
  async reaches(id: string, state: string): Promise<Task> {
    const { body } = await this.call("GET", `/imports/${id}/events`);
    let text = "";
    for await (const block of body!.pipeThrough(new TextDecoderStream())) {
      const events = (text + block).split("\n\n");
      text = events.pop()!;
      for (const event of events) {
        const data = /^data: (.+)$/m.exec(event)?.[1];
        const task = data && (JSON.parse(data) as { import_task: Task }).import_task;
        if (task && task.state === state) return task;
      }
    }
    throw new Error(`the events of ${id} ended before it was ${state}`);
  }
}

/** The API answered an error. */
class ApiFailure extends Error {
  readonly status: number;

  constructor(status: number, body: string) {
    super(`${status}: ${body}`);
    this.status = status;
  }
}
