import type { App } from "./app.ts";
import { StoreError } from "./store-error.ts";

/** Throws a {@link StoreError} `app_in_production` unless the app is in development mode. Source: the historic page, "apps in development mode". */
export function mustTakeImports({ name, mode }: Pick<App, "name" | "mode">): void {
  if (mode === "development") return;
  throw new StoreError(
    "app_in_production",
    `The app "${name}" is in production mode, and only apps in development mode take imports.`,
    `Import into another app, or switch this one: chatferry apps mode ${name} development.`,
  );
}
