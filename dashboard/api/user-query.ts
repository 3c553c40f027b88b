import { notFound } from "@tanstack/react-router";
import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "./client-of.ts";

/** A user. Throws that it is not found where there is none. */
export function userQuery(app: string, id: string) {
  return queryOptions({
    queryKey: ["user", app, id],
    queryFn: async () => {
      const asked = { filter_conditions: { id }, include_deactivated_users: true };
      const [user] = (await clientOf(app).queryUsers(asked)).users;
      if (user === undefined) throw notFound();
      return user;
    },
  });
}
