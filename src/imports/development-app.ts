import { type App, mustTakeImports } from "../store/index.ts";
import type { Imports } from "./imports.ts";

/** An app that takes imports. Rejects with `app_not_found`, or with `app_in_production` unless it is in development mode. */
export async function developmentApp(
  { store }: Pick<Imports, "store">,
  name: string,
): Promise<App> {
  const app = await store.app(name);
  mustTakeImports(app);
  return app;
}
