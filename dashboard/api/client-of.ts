import { type Client, openClient } from "../../src/client/index.ts";

/** The client of an app, for who is signed in. */
export function clientOf(app: string): Client {
  return openClient({ url: location.origin, app });
}
