import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "./client-of.ts";

/** An import. */
export function importQuery(app: string, id: string) {
  return queryOptions({
    queryKey: ["import", app, id],
    queryFn: () => clientOf(app).getImport(id),
  });
}
