import { defineOpenRoute } from "../define-open-route.ts";
import { openApi } from "../openapi/open-api.ts";
import { apiPage } from "../pages/api-page.ts";
import { errorsPage } from "../pages/errors-page.ts";
import type { Route, RouteFacts } from "../route.ts";

const page = {
  method: "GET",
  tag: "Documentation",
  permission: "none",
  response: ["text/html"],
} as const satisfies Partial<RouteFacts> & { readonly permission: "none" };

/** GET /openapi.json, /docs/api and /docs/errors.
 *
 * @param routes all of them, asked for when they are described */
export function documentationRoutes(routes: () => readonly Route[]): readonly Route[] {
  return [
    defineOpenRoute({
      ...page,
      path: "/openapi.json",
      operation: "GetOpenAPI",
      summary: "This, as an OpenAPI 3.1 document",
      response: ["application/json"],
      handle: async ({ service: { version }, origin }) =>
        Response.json(openApi(routes(), { version, origin })),
    }),
    defineOpenRoute({
      ...page,
      path: "/docs/api",
      operation: "GetAPIPage",
      summary: "The page of the API",
      handle: ({ service: { version }, origin }) => apiPage(openApi(routes(), { version, origin })),
    }),
    defineOpenRoute({
      ...page,
      path: "/docs/errors",
      operation: "GetErrorsPage",
      summary: "The page of the errors",
      handle: errorsPage,
    }),
  ];
}
