import * as z from "zod";
import { defineRoute } from "../define-route.ts";
import { given } from "../reads/given.ts";
import { oldestFirst } from "../reads/oldest-first.ts";
import { readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import {
  clientParameters,
  filterSchema,
  limitSchema,
  sortSchema,
  viewParameters,
} from "../wire/list-parameters.ts";
import { presentThread, threadSchema } from "../wire/thread.ts";
import { dialectObject } from "../wire/dialect-object.ts";

/** POST /threads. Source: http-api section 6. */
export const queryThreadsRoute = defineRoute({
  method: "POST",
  path: "/threads",
  operation: "QueryThreads",
  summary: "Threads, that with the latest reply first; of a user, those it began or takes part in",
  tag: "Messages",
  permission: "user",
  rate: 1000,
  body: dialectObject({
    ...clientParameters,
    ...viewParameters,
    participant_limit: z.unknown().optional(),
    filter: filterSchema.nullish(),
    sort: sortSchema.nullish(),
    limit: limitSchema(100).nullish(),
    next: z.string().nullish(),
    reply_limit: limitSchema(10).nullish(),
  }),
  response: z.object({ threads: z.array(threadSchema), next: z.string().optional() }),
  async handle({ body, ...call }) {
    const reading = await readingOf(call, body);
    const { store, lists, app, as } = reading;
    const { filter, sort, limit = 10, next: cursor, reply_limit = 2 } = given(body);
    const { items, next } = await lists.threads(app, {
      ...as,
      ...given({ filter, sort, limit }),
      ...(cursor && { cursor }),
    });
    const ids = items.map(({ id }) => id as string);
    const replies = await store.latestReplies(app, ids, reply_limit, as.viewer);
    const channels = await store.channelsById(app, [
      ...new Set(items.map(({ cid }) => cid as string)),
    ]);
    const related = await relatedTo(reading, {
      messages: [...items, ...[...replies.values()].flat()],
      channels: [...channels.values()],
    });
    return {
      threads: items.map((parent) => {
        const channel = channels.get(parent["cid"] as string)!;
        const latest = oldestFirst(replies.get(parent["id"] as string)!);
        return presentThread(parent, channel, latest, related);
      }),
      ...(next !== null && { next }),
    };
  },
});
