import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "./client-of.ts";
import { notFoundPage } from "./not-found-page.ts";

/** A channel with its first members, pinned messages, and how far members have read. Throws that it is not found where there is none. */
export function channelQuery(app: string, type: string, id: string) {
  return queryOptions({
    queryKey: ["channel", app, type, id],
    queryFn: () => clientOf(app).getChannel(type, id, { limit: 1 }).catch(notFoundPage),
  });
}
