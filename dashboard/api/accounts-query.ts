import { queryOptions } from "@tanstack/react-query";
import { accounts } from "./accounts.ts";

/** All accounts, for admins. */
export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: accounts.listAccounts,
});
