import { queryOptions } from "@tanstack/react-query";
import { notFound } from "@tanstack/react-router";
import { clientOf } from "./client-of.ts";

/** A member of a channel. Throws that it is not found where there is none. */
export function memberQuery(app: string, type: string, id: string, user_id: string) {
  return queryOptions({
    queryKey: ["member", app, type, id, user_id],
    queryFn: async () => {
      const asked = { filter_conditions: { user_id } };
      const [member] = (await clientOf(app).queryMembers(type, id, asked)).members;
      if (member === undefined) throw notFound();
      return member;
    },
  });
}
