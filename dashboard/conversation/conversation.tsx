import { Loader } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ChannelStateBody } from "../../src/server/index.ts";
import { EmptyState } from "../parts/empty-state.tsx";
import { Failure } from "../parts/failure.tsx";
import { LoadingPage } from "../parts/loading-page.tsx";
import classes from "./conversation.module.css";
import { MessageRow } from "./message-row.tsx";
import type { Place } from "./place.ts";
import { readersByMessage } from "./readers-by-message.ts";
import { startOfDay } from "./start-of-day.ts";
import { useMessages } from "./use-messages.ts";

/** How near to an end of what is loaded the reader is when more is asked for, in messages. */
const ahead = 15;

/** The messages of a channel, of which only those in sight are drawn; more are loaded on the way to older and newer ones. Give it a key by place: it goes there once. */
export function Conversation({
  app,
  state: { channel, read },
  place,
}: {
  readonly app: string;
  readonly state: ChannelStateBody;
  readonly place: Place;
}) {
  const query = useMessages(app, channel.type, channel.id, place);
  const { data: messages = [], hasPreviousPage, hasNextPage, isFetching } = query;
  const scroller = useRef<HTMLDivElement>(null);
  const goesThere = useRef(false);
  const [isPlaced, setPlaced] = useState(false);
  const rows = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    getItemKey: (index) => messages[index]!.id,
    overscan: 8,
    // What is loaded before the messages in sight does not move them.
    anchorTo: "end",
  });
  const shown = rows.getVirtualItems();
  const [first, last] = [shown[0]?.index, shown.at(-1)?.index];

  useLayoutEffect(() => {
    if (goesThere.current || messages.length === 0) return;
    goesThere.current = true;
    const from = place.date === undefined ? Number.NaN : startOfDay(place.date);
    const index = place.at
      ? messages.findIndex(({ id }) => id === place.at)
      : messages.findIndex(({ created_at }) => Date.parse(created_at) >= from);
    if (index >= 0) rows.scrollToIndex(index, { align: place.at ? "center" : "start" });
    else rows.scrollToIndex(messages.length - 1, { align: "end" });
    // What would be loaded from where the list is before it has gone there would move the place.
    requestAnimationFrame(() => requestAnimationFrame(() => setPlaced(true)));
  }, [messages, place, rows]);

  useEffect(() => {
    if (!isPlaced || isFetching || first === undefined || last === undefined) return;
    if (hasPreviousPage && first < ahead) void query.fetchPreviousPage();
    else if (hasNextPage && last > messages.length - ahead) void query.fetchNextPage();
  }, [isPlaced, first, last, hasPreviousPage, hasNextPage, isFetching, messages.length, query]);

  const readers = readersByMessage(read);
  if (query.error && messages.length === 0) return <Failure error={query.error} />;
  if (query.isPending) return <LoadingPage />;
  if (messages.length === 0) {
    return (
      <EmptyState title="No messages" about="The channel is there, and nobody has written in it." />
    );
  }
  return (
    <>
      <Failure error={query.error} />
      <div
        ref={scroller}
        className={classes["scroller"]}
        role="region"
        aria-label="Messages"
        aria-busy={isFetching}
        tabIndex={0}
      >
        <div className={classes["all"]} style={{ height: rows.getTotalSize() }}>
          <div
            className={classes["shown"]}
            style={{ transform: `translateY(${shown[0]?.start ?? 0}px)` }}
          >
            {shown.map(({ index, key }) => (
              <div key={key} ref={rows.measureElement} data-index={index}>
                <MessageRow
                  app={app}
                  message={messages[index]!}
                  before={messages[index - 1]}
                  isMarked={messages[index]!.id === place.at}
                  readers={readers.get(messages[index]!.id)}
                />
              </div>
            ))}
          </div>
        </div>
        {isFetching && (
          <Loader size="sm" className={classes["loader"]} aria-label="Loading messages" />
        )}
      </div>
    </>
  );
}
