import { defineOpenRoute } from "../define-open-route.ts";
import type { Route, RouteFacts } from "../route.ts";

const facts = { method: "GET", tag: "Dashboard", permission: "none" } as const satisfies Partial<
  RouteFacts & { permission: "none" }
>;

/** The dashboard: its files, the page that all its paths show, and / which leads there. */
export const dashboardRoutes: readonly Route[] = [
  defineOpenRoute({
    ...facts,
    path: "/dashboard/assets/:name",
    operation: "GetDashboardFile",
    summary: "A file of the dashboard",
    response: ["text/javascript", "text/css", "image/svg+xml", "application/wasm"],
    handle: ({ service: { dashboard }, param, request }) =>
      dashboard.file(param("name"), request.headers.get("accept-encoding")),
  }),
  defineOpenRoute({
    ...facts,
    path: "/dashboard/*",
    operation: "GetDashboard",
    summary: "The page of the dashboard, at every path below",
    response: ["text/html"],
    handle: ({ service: { dashboard } }) => dashboard.page(),
  }),
  defineOpenRoute({
    ...facts,
    path: "/",
    operation: "GetStart",
    summary: "Leads to the dashboard",
    status: 302,
    response: [],
    handle: async ({ origin }) =>
      new Response(null, { status: 302, headers: { Location: `${origin}/dashboard` } }),
  }),
];
