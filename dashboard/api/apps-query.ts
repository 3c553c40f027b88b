import { queryOptions } from "@tanstack/react-query";
import type { AccountBody } from "../../src/server/index.ts";
import { accounts } from "./accounts.ts";

/** The names of the apps that an account may open, in order. */
export function appsQuery({ id, admin, roles }: AccountBody) {
  return queryOptions({
    queryKey: ["apps", id, admin, roles],
    queryFn: async () =>
      admin ? (await accounts.listApps()).map(({ name }) => name) : Object.keys(roles).toSorted(),
  });
}
