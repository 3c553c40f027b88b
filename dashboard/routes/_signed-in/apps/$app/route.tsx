import { createFileRoute, Outlet } from "@tanstack/react-router";
import { appQuery } from "../../../../api/app-query.ts";

/** All pages of an app. */
export const Route = createFileRoute("/_signed-in/apps/$app")({
  loader: ({ context: { queryClient }, params: { app } }) =>
    queryClient.query({ ...appQuery(app), staleTime: "static" }),
  component: Outlet,
});
