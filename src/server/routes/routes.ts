import type { Route } from "../route.ts";
import { getImportRoute } from "./get-import.ts";
import { healthRoute, readinessRoute } from "./health.ts";

/** The table of routes: everything that the server answers. */
export const routes: readonly Route[] = [getImportRoute, healthRoute, readinessRoute];
