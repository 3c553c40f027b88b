import * as z from "zod";
import { ApiError } from "../api-error.ts";
import { defineRoute } from "../define-route.ts";
import { readingOf } from "../reads/reading.ts";
import { deviceSchema, presentDevice } from "../wire/device.ts";

/** GET /devices. Source: http-api section 6.8. */
export const listDevicesRoute = defineRoute({
  method: "GET",
  path: "/devices",
  operation: "ListDevices",
  summary: "Devices of a user, the first 300 by id",
  tag: "Users",
  permission: "user",
  rate: 60,
  query: z.object({ user_id: z.string().optional() }),
  response: z.object({ devices: z.array(deviceSchema) }),
  async handle({ query, ...call }) {
    const { store, app, as } = await readingOf(call, query);
    if (as.user === undefined) {
      throw new ApiError("invalid_input", "The query names no user.", "Add `user_id`.");
    }
    const page = await store.devices(app, { ...as, filter: { user_id: as.user }, limit: 300 });
    return { devices: page.items.map(presentDevice) };
  },
});
