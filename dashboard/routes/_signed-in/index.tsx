import { createFileRoute, redirect } from "@tanstack/react-router";
import { appsQuery } from "../../api/apps-query.ts";

/** The start leads to the only app, or to the list of them. */
export const Route = createFileRoute("/_signed-in/")({
  async loader({ context: { queryClient, account } }) {
    const [first, ...others] = await queryClient.query({
      ...appsQuery(account),
      staleTime: "static",
    });
    if (first === undefined || others.length > 0) throw redirect({ to: "/apps" });
    throw redirect({ to: "/apps/$app", params: { app: first } });
  },
});
