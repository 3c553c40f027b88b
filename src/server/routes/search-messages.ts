import * as z from "zod";
import { defineRoute } from "../define-route.ts";
import { given } from "../reads/given.ts";
import { inTermsOf } from "../reads/in-terms-of.ts";
import { mustBeOwnTeams } from "../reads/must-be-own-teams.ts";
import { readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import { presentChannel } from "../wire/channel.ts";
import {
  clientParameters,
  filterSchema,
  limitSchema,
  offsetSchema,
  payloadSchema,
  sortSchema,
  viewParameters,
} from "../wire/list-parameters.ts";
import { messageInChannelSchema, presentMessage } from "../wire/message.ts";
import { dialectObject } from "../wire/dialect-object.ts";

const payload = dialectObject({
  ...clientParameters,
  ...viewParameters,
  filter_conditions: filterSchema,
  query: z.string().nullish(),
  message_filter_conditions: filterSchema.nullish(),
  sort: sortSchema.nullish(),
  limit: limitSchema(100).nullish(),
  offset: offsetSchema.nullish(),
  next: z.string().nullish(),
})
  .refine(
    ({ query, message_filter_conditions }) => !query !== !message_filter_conditions,
    "takes exactly one of query and message_filter_conditions",
  )
  .refine(
    ({ offset, next, sort }) => !offset || (!next && !sort),
    "takes no offset beside next or sort",
  );

/** What the store calls the parameters. */
const names = {
  channels: "filter_conditions",
  filter: "message_filter_conditions",
  search: "query",
};

/** GET /search. Newest first unless sorted: no message is more relevant than another. Source: http-api section 6.5. */
export const searchMessagesRoute = defineRoute({
  method: "GET",
  path: "/search",
  operation: "SearchMessages",
  summary: "Messages of channels that have words in their text, or hold a filter",
  tag: "Messages",
  permission: "user",
  rate: 300,
  query: payloadSchema(payload),
  response: z.object({
    results: z.array(z.object({ message: messageInChannelSchema })),
    next: z.string().optional(),
  }),
  async handle({ query: { payload }, ...call }) {
    const reading = await readingOf(call, payload);
    const { store, lists, app, as } = reading;
    const {
      filter_conditions: channels,
      message_filter_conditions: filter,
      ...rest
    } = given(payload);
    const { query, sort, limit = 100, offset, next: cursor } = rest;
    await mustBeOwnTeams(reading, channels);
    const asked = lists.search(app, {
      ...as,
      ...given({ text: query || undefined, channels, filter, sort, limit, offset }),
      ...(cursor && { cursor }),
    });
    const { items, next } = await inTermsOf(names, asked);
    const cids = new Set(items.map(({ cid }) => cid as string));
    const found = await store.channelsById(app, [...cids]);
    const related = await relatedTo(reading, { messages: items, channels: [...found.values()] });
    return {
      results: items.map((item) => {
        const channel = presentChannel(found.get(item["cid"] as string)!, related);
        return { message: { ...presentMessage(item, related), channel } };
      }),
      ...(next !== null && { next }),
    };
  },
});
