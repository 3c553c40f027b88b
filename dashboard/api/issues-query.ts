import { infiniteQueryOptions } from "@tanstack/react-query";
import type { IssuesQuery } from "../../src/client/index.ts";
import { clientOf } from "./client-of.ts";

/** The issues of an import, in the order of the file, page by page. */
export function issuesQuery(app: string, id: string, filter: Pick<IssuesQuery, "code" | "type">) {
  return infiniteQueryOptions({
    queryKey: ["issues", app, id, filter],
    queryFn: ({ pageParam }) =>
      clientOf(app).listIssues(id, {
        ...filter,
        limit: 500,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // A report is made once.
    staleTime: Infinity,
  });
}
