import * as z from "zod";
import type { Call } from "../call.ts";
import { defineRoute } from "../define-route.ts";
import { channelNotFound } from "../reads/channel-not-found.ts";
import { channelStates } from "../reads/channel-states.ts";
import { given } from "../reads/given.ts";
import { pageOf } from "../reads/page-of.ts";
import { readingOf } from "../reads/reading.ts";
import { channelStateSchema } from "../wire/channel-state.ts";
import { distinctIdOf, distinctMembersSchema } from "../wire/distinct-members.ts";
import {
  clientParameters,
  limitSchema,
  offsetSchema,
  viewParameters,
} from "../wire/list-parameters.ts";
import { timeSchema } from "../wire/time.ts";
import { dialectObject } from "../wire/dialect-object.ts";

const place = z.string().nullish();

const fields = {
  ...clientParameters,
  ...viewParameters,
  data: z.unknown().optional(),
  watchers: z.unknown().optional(),
  hide_for_creator: z.unknown().optional(),
  state: z.boolean().nullish(),
  messages: dialectObject({
    limit: limitSchema(300).nullish(),
    id_lt: place,
    id_lte: place,
    id_gt: place,
    id_gte: place,
    id_around: place,
    created_at_before: timeSchema.nullish(),
    created_at_before_or_equal: timeSchema.nullish(),
    created_at_after: timeSchema.nullish(),
    created_at_after_or_equal: timeSchema.nullish(),
    created_at_around: timeSchema.nullish(),
  }).nullish(),
  members: dialectObject({
    limit: limitSchema(100).nullish(),
    offset: offsetSchema.nullish(),
  }).nullish(),
};

const body = dialectObject(fields);

const facts = {
  method: "POST",
  tag: "Channels",
  permission: "user",
  rate: 10_000,
  response: channelStateSchema,
} as const;

/** POST /channels/{type}/{id}/query. Reads, and creates nothing. Source: http-api section 6.3. */
export const queryChannelRoute = defineRoute({
  ...facts,
  path: "/channels/:type/:id/query",
  operation: "QueryChannel",
  summary: "A channel, with its messages from any place on; none is created",
  body,
  handle: (call) => stateOf(call, `${call.param("type")}:${call.param("id")}`),
});

/** POST /channels/{type}/query. Source: http-api section 6. */
export const queryDistinctChannelRoute = defineRoute({
  ...facts,
  path: "/channels/:type/query",
  operation: "QueryDistinctChannel",
  summary: "The channel that is known by its members; none is created",
  body: dialectObject({ ...fields, data: z.object({ members: distinctMembersSchema }) }),
  handle: (call) => stateOf(call, `${call.param("type")}:${distinctIdOf(call.body.data.members)}`),
});

async function stateOf(call: Call<undefined, z.output<typeof body>>, cid: string): Promise<object> {
  const reading = await readingOf(call, call.body);
  const { store, app, as } = reading;
  // Without a view: hidden channels are found, too.
  const { user: _, ...viewer } = as;
  const { items: channels } = await store.channels(app, { ...viewer, filter: { cid } });
  if (channels.length === 0) throw await channelNotFound(reading, cid);
  const { state = true, messages = {}, members = {} } = given(call.body);
  if (!state) return (await channelStates(reading, channels, undefined))[0]!;
  const { limit: mostMessages = 25, ...places } = given(messages);
  const { limit: mostMembers = 100, offset: memberOffset } = given(members);
  const isNewest = Object.keys(places).length === 0;
  const page = isNewest
    ? undefined
    : await pageOf(
        reading,
        await store.messages(app, cid, { ...as, ...places, limit: mostMessages }),
      );
  const query = {
    messages: isNewest ? mostMessages : 0,
    members: mostMembers,
    ...given({ memberOffset }),
  };
  return (await channelStates(reading, channels, query, page?.items))[0]!;
}
