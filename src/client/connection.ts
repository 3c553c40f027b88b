/** A server, and who calls it. */
export interface Connection {
  /** Its address, with or without a slash at the end: `https://chat.example.com`. */
  readonly url: string;
  /** The API key, which names the app. */
  readonly key?: string;
  /** The name of the app, which does instead of a key for whom a cookie signs in. */
  readonly app?: string;
  /** Gives a token for each request. Without it none is sent, and what the browser keeps for the server counts. */
  readonly token?: () => string | Promise<string>;
  /** What sends requests. Default: the platform's `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}
