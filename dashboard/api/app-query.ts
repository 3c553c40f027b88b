import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "./client-of.ts";

/** An app with its settings. */
export function appQuery(app: string) {
  return queryOptions({ queryKey: ["app", app], queryFn: () => clientOf(app).getApp() });
}
