import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A web server for tests, which counts who asks. */
export interface Origin extends AsyncDisposable {
  readonly port: number;
  /** Requests so far. */
  readonly requests: readonly IncomingMessage[];
}

/** Starts it on a port of this machine. */
export async function openOrigin(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Origin> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    handle(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
