import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ImportsQuery } from "../../src/client/index.ts";
import { clientOf } from "./client-of.ts";

/** A page of an app's imports, newest first. */
export function importsQuery(app: string, query: ImportsQuery) {
  return queryOptions({
    queryKey: ["imports", app, query],
    queryFn: () => clientOf(app).listImports(query),
    placeholderData: keepPreviousData,
    // Somebody else may have uploaded something.
    refetchInterval: 10_000,
  });
}
