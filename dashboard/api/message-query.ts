import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "./client-of.ts";
import { notFoundPage } from "./not-found-page.ts";

/** A message, also where it is deleted. Throws that it is not found where there is none. */
export function messageQuery(app: string, id: string) {
  return queryOptions({
    queryKey: ["message", app, id],
    queryFn: () => clientOf(app).getMessage(id).catch(notFoundPage),
  });
}
