import * as z from "zod";
import { defineServerRoute } from "../define-server-route.ts";
import { readingOf } from "../reads/reading.ts";
import { appSchema, presentApp } from "../wire/app.ts";

/** GET /app. Source: http-api section 5. */
export const getAppRoute = defineServerRoute({
  method: "GET",
  path: "/app",
  operation: "GetApp",
  summary: "The app and its settings",
  tag: "App",
  permission: "member",
  rate: 10_000,
  response: z.object({ app: appSchema }),
  async handle(call) {
    const { store, app } = await readingOf(call);
    return { app: presentApp(await store.app(app), await store.channelTypes(app)) };
  },
});
