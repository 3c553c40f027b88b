import { queryOptions } from "@tanstack/react-query";
import { accounts } from "./accounts.ts";

/** The API keys of an app, for admins. */
export function keysQuery(app: string) {
  return queryOptions({ queryKey: ["keys", app], queryFn: () => accounts.listKeys(app) });
}
