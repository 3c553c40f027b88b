import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { openTemplate, type Template } from "./template.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where to ask for a database. */
    readonly postgres: string;
    /** Whether what runs on any store is to run on PostgreSQL. */
    readonly onPostgres: boolean;
  }
}

let template: Promise<Template> | undefined;

const server = createServer((_request, response) => {
  template ??= openTemplate();
  template
    .then((found) => found.makeDatabase())
    .then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String((error as Error).stack)),
    );
});

/** Lets tests ask for databases: PostgreSQL is started when the first one does. */
export async function setup(project: TestProject): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  project.provide("postgres", `http://127.0.0.1:${port}`);
}

/** Ends it with the run. */
export async function teardown(): Promise<void> {
  server.close();
  server.closeAllConnections();
  await (await template?.catch(() => undefined))?.[Symbol.asyncDispose]();
}
