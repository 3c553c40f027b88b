import * as z from "zod";
import { defineRoute } from "../define-route.ts";
import { channelStates } from "../reads/channel-states.ts";
import { given } from "../reads/given.ts";
import { inTermsOf } from "../reads/in-terms-of.ts";
import { mustBeOwnTeams } from "../reads/must-be-own-teams.ts";
import { readingOf } from "../reads/reading.ts";
import { channelStateSchema } from "../wire/channel-state.ts";
import {
  clientParameters,
  filterSchema,
  limitSchema,
  offsetSchema,
  sortSchema,
  viewParameters,
} from "../wire/list-parameters.ts";
import { dialectObject } from "../wire/dialect-object.ts";

const noPredefined = z
  .unknown()
  .refine((given) => given == null, "is not known here; write the filter in filter_conditions")
  .optional();

const body = dialectObject({
  ...clientParameters,
  ...viewParameters,
  filter_conditions: filterSchema.nullish(),
  sort: sortSchema.nullish(),
  limit: limitSchema(30).nullish(),
  offset: offsetSchema.nullish(),
  next: z.string().nullish(),
  message_limit: z.int().min(0).max(300).nullish(),
  member_limit: z.int().min(0).max(100).nullish(),
  state: z.boolean().nullish(),
  predefined_filter: noPredefined,
  filter_values: noPredefined,
  sort_values: noPredefined,
});

/** POST /channels. Source: http-api section 6.2. */
export const queryChannelsRoute = defineRoute({
  method: "POST",
  path: "/channels",
  operation: "QueryChannels",
  summary: "Channels, each with its newest messages, its members and how far they have read",
  tag: "Channels",
  permission: "user",
  rate: 10_000,
  body,
  response: z.object({ channels: z.array(channelStateSchema), next: z.string().optional() }),
  async handle({ body, ...call }) {
    const reading = await readingOf(call, body);
    const { lists, app, as } = reading;
    const {
      filter_conditions: filter,
      sort,
      limit = 10,
      offset,
      next: cursor,
      ...asked
    } = given(body);
    const { state = true, message_limit: messages = 25, member_limit: members = 100 } = asked;
    await mustBeOwnTeams(reading, filter);
    const query = { ...as, ...given({ filter, sort, limit, offset, cursor }) };
    const names = { filter: "filter_conditions" };
    const { items, next } = await inTermsOf(names, lists.channels(app, query));
    return {
      channels: await channelStates(reading, items, state ? { messages, members } : undefined),
      ...(next !== null && { next }),
    };
  },
});
