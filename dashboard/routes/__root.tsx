import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { ErrorPage } from "../parts/error-page.tsx";
import { NotFoundPage } from "../parts/not-found-page.tsx";

export const Route = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => <NotFoundPage bare />,
  errorComponent: ({ error }) => <ErrorPage bare error={error} />,
});
