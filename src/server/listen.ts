import { once } from "node:events";
import type { AddressInfo } from "node:net";
import {
  createServer as createHttpServer,
  type Server as HttpServer,
  STATUS_CODES,
} from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { Server } from "./create-server.ts";
import { ListenError } from "./listen-error.ts";
import { refuseRequest } from "./refuse-request.ts";
import type { Settings } from "./settings/index.ts";

/** How long a request may take to come, in milliseconds: 300 MB over a slow line take hours. Whoever sends nothing at all is cut off much earlier. */
const longestRequest = 6 * 3_600_000;

/** How long a connection may be silent, in milliseconds; streams of ours say something more often. */
const longestSilence = 120_000;

/** Longer than proxies keep their connections, so that they do not send into one that closes. */
const keepAlive = 75_000;

/** How long answers may still take when the server stops, in milliseconds. */
const grace = 10_000;

/** A server that listens. Disposing of it takes no more requests, lets those under way come to their end for ten seconds, and closes. */
export interface Listening extends AsyncDisposable {
  /** Where it is reached from this machine: `http://127.0.0.1:8787`. */
  readonly url: string;
}

/** Binds a server to a port.
 *
 * @throws ListenError */
export async function listen(
  server: Server,
  { host, port, publicUrl }: Pick<Settings, "host" | "port"> & Partial<Pick<Settings, "publicUrl">>,
): Promise<Listening> {
  const listener = getRequestListener(
    (request, env) => {
      const { incoming } = env as HttpBindings;
      return server.fetch(request, { address: incoming.socket.remoteAddress ?? "unknown" });
    },
    {
      errorHandler: (error) => {
        const { status, body } = refuseRequest(error, origin());
        return new Response(body, { status, headers: { "Content-Type": "application/json" } });
      },
    },
  );
  const http = createHttpServer({ requestTimeout: longestRequest, keepAliveTimeout: keepAlive });
  http.timeout = longestSilence;
  // Kept: when the server no longer listens, requests that came before still come to their end.
  let url = "";
  const origin = () => publicUrl ?? url;
  http.on("clientError", (error, socket) => {
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const { status, body } = refuseRequest(error, origin());
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
  http.on("request", (incoming, outgoing) => void listener(incoming, outgoing));
  http.listen(port, host);
  await once(http, "listening").catch((error: unknown) => {
    throw new ListenError(host, port, error as NodeJS.ErrnoException);
  });
  url = urlOf(http);
  return { url, [Symbol.asyncDispose]: () => close(http) };
}

function urlOf(http: HttpServer): string {
  const { address, family, port } = http.address() as AddressInfo;
  const everywhere = address === "0.0.0.0" || address === "::";
  const host = everywhere ? "localhost" : family === "IPv6" ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

async function close(http: HttpServer): Promise<void> {
  const closed = once(http, "close");
  http.close();
  // Connections whose request has come to its end since are kept for others that will not come.
  const sweep = setInterval(() => http.closeIdleConnections(), 50);
  const timer = setTimeout(() => http.closeAllConnections(), grace);
  await closed;
  clearInterval(sweep);
  clearTimeout(timer);
}
