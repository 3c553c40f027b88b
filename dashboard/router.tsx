import { createRouter } from "@tanstack/react-router";
import { queryClient } from "./api/query-client.ts";
import { ErrorPage } from "./parts/error-page.tsx";
import { LoadingPage } from "./parts/loading-page.tsx";
import { NotFoundPage } from "./parts/not-found-page.tsx";
import { routeTree } from "./route-tree.gen.ts";

/** The router: a page for each file of `routes`. */
export const router = createRouter({
  routeTree,
  basepath: "/dashboard",
  context: { queryClient },
  defaultErrorComponent: ({ error }) => <ErrorPage error={error} />,
  defaultNotFoundComponent: () => <NotFoundPage />,
  defaultPendingComponent: LoadingPage,
  defaultPreload: "intent",
  // Queries know themselves what is fresh.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
