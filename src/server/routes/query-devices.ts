import * as z from "zod";
import { defineServerRoute } from "../define-server-route.ts";
import { given } from "../reads/given.ts";
import { inTermsOf } from "../reads/in-terms-of.ts";
import { readingOf } from "../reads/reading.ts";
import { deviceSchema, presentDevice } from "../wire/device.ts";
import {
  clientParameters,
  filterSchema,
  limitSchema,
  offsetSchema,
  payloadSchema,
  sortSchema,
} from "../wire/list-parameters.ts";
import { dialectObject } from "../wire/dialect-object.ts";

const payload = dialectObject({
  ...clientParameters,
  filter_conditions: filterSchema.nullish(),
  sort: sortSchema.nullish(),
  limit: limitSchema(300).nullish(),
  offset: offsetSchema.nullish(),
  next: z.string().nullish(),
});

/** GET /query_devices. A list of our own: the API that we follow knows devices of one user alone. */
export const queryDevicesRoute = defineServerRoute({
  method: "GET",
  path: "/query_devices",
  operation: "QueryDevices",
  summary: "Devices of all users, by user",
  tag: "Users",
  permission: "member",
  rate: 300,
  query: payloadSchema(payload),
  response: z.object({ devices: z.array(deviceSchema), next: z.string().optional() }),
  async handle({ query: { payload }, ...call }) {
    const { lists, app } = await readingOf(call);
    const { filter_conditions: filter, next: cursor, ...paging } = given(payload);
    const asked = lists.devices(app, { ...paging, ...given({ filter, cursor }) });
    const { items, next } = await inTermsOf({ filter: "filter_conditions" }, asked);
    return { devices: items.map(presentDevice), ...(next !== null && { next }) };
  },
});
