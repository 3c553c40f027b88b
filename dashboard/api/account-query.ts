import { queryOptions } from "@tanstack/react-query";
import { accounts } from "./accounts.ts";

/** Who is signed in. */
export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: accounts.getAccount,
  staleTime: 60_000,
});
