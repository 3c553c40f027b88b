import { setTimeout as wait } from "node:timers/promises";
import { mayPass, s3Error } from "./s3-error.ts";

/** How often something is tried, and how long is waited after the first time, in milliseconds: twice as long after each, up to ten seconds. */
export interface Retries {
  readonly attempts: number;
  readonly backoff: number;
}

const longest = 10_000;

/** Does something with the store, again where that may help. Between two tries it waits a random time, so that many who failed at once do not come back at once.
 *
 * @param what is named where it fails, see {@link s3Error}
 * @throws FilesError */
export async function retrying<T>(
  { attempts, backoff }: Retries,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !mayPass(error)) throw s3Error(what, error);
    }
    await wait(Math.random() * Math.min(longest, backoff * 2 ** attempt));
  }
}
