import * as z from "zod";
import { defineOpenRoute } from "../define-open-route.ts";
import type { Route } from "../route.ts";

const ok = z.object({ status: z.literal("ok") });

/** GET /healthz: the process answers. */
export const healthRoute: Route = defineOpenRoute({
  method: "GET",
  path: "/healthz",
  operation: "GetHealth",
  summary: "Whether the process answers",
  tag: "Operation",
  permission: "none",
  response: ok,
  handle: async () => ({ status: "ok" }),
});

/** GET /readyz: the databases answer, too. */
export const readinessRoute: Route = defineOpenRoute({
  method: "GET",
  path: "/readyz",
  operation: "GetReadiness",
  summary: "Whether requests can be answered: the databases answer, and the server does not stop",
  tag: "Operation",
  permission: "none",
  response: ok,
  async handle({ service: { imports, closing } }) {
    closing.throwIfAborted();
    await Promise.all([imports.control.importCounts(), imports.store.apps()]);
    return { status: "ok" };
  },
});
