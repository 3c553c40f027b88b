import { useInfiniteQuery } from "@tanstack/react-query";
import type { MessagesQuery } from "../../src/client/index.ts";
import { clientOf } from "../api/client-of.ts";
import { startOfDay } from "./start-of-day.ts";
import type { Place } from "./place.ts";

/** Messages of one page. */
const limit = 60;

/** The messages of a channel, oldest first: those around the place in the address, or the newest, and what is loaded before and behind them. */
export function useMessages(app: string, type: string, id: string, { at, date }: Place) {
  const from: MessagesQuery = at
    ? { id_around: at }
    : date
      ? { created_at_around: new Date(startOfDay(date)).toISOString() }
      : {};
  return useInfiniteQuery({
    queryKey: ["conversation", app, type, id, from],
    queryFn: async ({ pageParam }) => ({
      from: pageParam,
      messages: await clientOf(app).queryMessages(type, id, { ...pageParam, limit }),
    }),
    initialPageParam: from,
    getPreviousPageParam: ({ from, messages }): MessagesQuery | undefined => {
      const isWhole = isAround(from) ? messages.length > 0 : messages.length === limit;
      return isWhole ? { id_lt: messages[0]!.id } : undefined;
    },
    getNextPageParam: ({ from, messages }): MessagesQuery | undefined => {
      const mayBeMore = isAround(from)
        ? messages.length > 0
        : from.id_gt !== undefined && messages.length === limit;
      return mayBeMore ? { id_gt: messages.at(-1)!.id } : undefined;
    },
    // What is imported stays; reading all pages anew would take them away under the reader's eyes.
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ pages }) => pages.flatMap(({ messages }) => messages),
  });
}

function isAround({ id_around, created_at_around }: MessagesQuery): boolean {
  return (id_around ?? created_at_around) !== undefined;
}
