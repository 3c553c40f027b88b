import * as z from "zod";
import { defineRoute } from "../define-route.ts";
import { given } from "../reads/given.ts";
import { pageOf } from "../reads/page-of.ts";
import { readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import { inQuery, limitSchema, offsetSchema } from "../wire/list-parameters.ts";
import { presentReaction, reactionSchema } from "../wire/reaction.ts";

/** GET /messages/{id}/reactions. Source: http-api section 6.6. */
export const getReactionsRoute = defineRoute({
  method: "GET",
  path: "/messages/:id/reactions",
  operation: "GetReactions",
  summary: "Reactions to a message, newest first",
  tag: "Messages",
  permission: "user",
  rate: 1000,
  query: z.object({
    limit: inQuery(limitSchema(300)).optional(),
    offset: inQuery(offsetSchema).optional(),
  }),
  response: z.object({ reactions: z.array(reactionSchema) }),
  async handle({ query, param, ...call }) {
    const reading = await readingOf(call);
    const { store, app, as } = reading;
    const page = await store.reactions(app, param("id"), { ...as, ...given(query) });
    const { items } = await pageOf(reading, page);
    const related = await relatedTo(reading, { reactions: items });
    return { reactions: items.map((reaction) => presentReaction(reaction, related)) };
  },
});
