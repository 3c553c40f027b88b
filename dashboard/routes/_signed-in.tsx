import { createFileRoute, redirect } from "@tanstack/react-router";
import { ApiError } from "../../src/client/index.ts";
import { accountQuery } from "../api/account-query.ts";
import { ErrorPage } from "../parts/error-page.tsx";
import { Shell } from "../shell/shell.tsx";

/** All pages for who is signed in. */
export const Route = createFileRoute("/_signed-in")({
  async beforeLoad({ context: { queryClient }, location }) {
    try {
      return { account: await queryClient.query({ ...accountQuery, staleTime: "static" }) };
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "signed_out") throw error;
      throw redirect({ to: "/sign-in", search: { to: `/dashboard${location.href}` } });
    }
  },
  component: Shell,
  errorComponent: ({ error }) => <ErrorPage bare error={error} />,
});
