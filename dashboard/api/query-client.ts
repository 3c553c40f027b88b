import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "../../src/client/index.ts";

/** Keeps what was asked of the server. Whatever is answered that the session has ended leads to the sign-in, and back from there. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused is refused again; who does not answer may come back.
      retry: (failures, error) =>
        !(error instanceof ApiError && error.status < 500) && failures < 2,
    },
  },
});

/** The account is asked for before each page, which leads to the sign-in by itself. */
function leaveWhenSignedOut(error: Error): void {
  if (!(error instanceof ApiError) || error.code !== "signed_out") return;
  queryClient.removeQueries({ queryKey: ["account"] });
  const { pathname, search } = location;
  if (pathname.endsWith("/sign-in")) return;
  const to = new URLSearchParams({ to: pathname + search });
  location.assign(`/dashboard/sign-in?${to}`);
}
