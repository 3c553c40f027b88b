import { Worker } from "node:worker_threads";
import { defaultApp } from "./app.ts";
import { openStore, type StoreLocation } from "./open-store.ts";
import { revivedError } from "./passed-error.ts";
import type { ReadAnswer, ReadQuestion } from "./read-worker.ts";
import type { Store } from "./store.ts";

const names = [
  "users",
  "channels",
  "members",
  "devices",
  "search",
  "threads",
  "unread",
] as const satisfies readonly (keyof Store)[];

/** The questions to a store whose answers can take long: what they look through is not bounded. */
export type Lists = Pick<Store, (typeof names)[number]>;

/** What answers them; disposing of it ends its threads, and rejects questions that wait. */
export interface OpenLists extends Lists, AsyncDisposable {
  /** Starts all threads, and resolves when they answer: a thread takes a hundred times as long to start as to answer. */
  readonly start: () => Promise<void>;
}

/** Answers them in threads of their own, each with a connection of its own, so that whoever asks for something else does not wait. A thread is started when it is first needed, and again after it died.
 *
 * @param width most threads. Default: 2 */
export function openLists(location: StoreLocation, width = 2): OpenLists {
  if (location.url !== undefined) return listsOfServer(location);
  const threads = Array.from({ length: width }, () => new Thread(location));
  const ask = (list: keyof Lists, words: readonly unknown[]) => {
    const idlest = threads.reduce((a, b) => (b.waiting < a.waiting ? b : a));
    return idlest.ask(list, words);
  };
  const lists = Object.fromEntries(
    names.map((name) => [name, (...words: readonly unknown[]) => ask(name, words)]),
  ) as unknown as Lists;
  return {
    ...lists,
    start: async () => {
      await Promise.all(threads.map((thread) => thread.ask("users", [defaultApp, { limit: 1 }])));
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(threads.map((thread) => thread[Symbol.asyncDispose]()));
    },
  };
}

/** A server looks through its tables by itself: no thread of ours waits. */
function listsOfServer(location: StoreLocation): OpenLists {
  let opening: Promise<Store> | undefined;
  const open = () => {
    opening ??= openStore(location);
    // Who comes later tries again.
    opening.catch(() => (opening = undefined));
    return opening;
  };
  const lists = Object.fromEntries(
    names.map((name) => [
      name,
      async (...words: readonly unknown[]) => {
        const store = (await open()) as unknown as Record<string, (...words: unknown[]) => unknown>;
        return store[name]!(...words);
      },
    ]),
  ) as unknown as Lists;
  return {
    ...lists,
    start: async () => void (await open()),
    [Symbol.asyncDispose]: async () => {
      await (await opening?.catch(() => undefined))?.[Symbol.asyncDispose]();
    },
  };
}

interface Waiting {
  readonly resolve: (found: unknown) => void;
  readonly reject: (error: Error) => void;
}

class Thread implements AsyncDisposable {
  readonly #location: StoreLocation;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #asked = 0;

  constructor(location: StoreLocation) {
    this.#location = location;
  }

  /** How many questions wait for an answer. */
  get waiting(): number {
    return this.#waiting.size;
  }

  ask(list: keyof Lists, words: readonly unknown[]): Promise<unknown> {
    const worker = (this.#worker ??= this.#start());
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, list, words } satisfies ReadQuestion);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const script = new URL(import.meta.url.replace(/open-lists(\.[jt]s)$/, "read-worker$1"));
    const worker = new Worker(script, { workerData: this.#location });
    worker.on("message", (answer: ReadAnswer) => {
      const { resolve, reject } = this.#waiting.get(answer.id)!;
      this.#waiting.delete(answer.id);
      if ("error" in answer) reject(revivedError(answer));
      else resolve(answer.found);
    });
    let failure = new Error("The thread that reads the store has ended.");
    worker.on("error", (error: Error) => (failure = error));
    worker.on("exit", () => {
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(failure);
      this.#waiting.clear();
    });
    return worker;
  }
}
