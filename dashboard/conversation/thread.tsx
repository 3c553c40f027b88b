import { Button, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { clientOf } from "../api/client-of.ts";
import { messageQuery } from "../api/message-query.ts";
import { Failure } from "../parts/failure.tsx";
import { LoadingPage } from "../parts/loading-page.tsx";
import { SidePanel } from "../parts/side-panel.tsx";
import { MessageRow } from "./message-row.tsx";

/** Replies of one page. */
const limit = 100;

/** A message and the replies to it, beside the conversation. */
export function Thread({
  app,
  id,
  onClose,
}: {
  readonly app: string;
  /** Of the message. */
  readonly id: string;
  readonly onClose: () => void;
}) {
  const parent = useQuery(messageQuery(app, id));
  const replies = useInfiniteQuery({
    queryKey: ["replies", app, id],
    queryFn: ({ pageParam }) =>
      clientOf(app).getReplies(id, { limit, ...(pageParam !== "" && { id_gt: pageParam }) }),
    initialPageParam: "",
    getNextPageParam: (page) => (page.length === limit ? page.at(-1)!.id : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ pages }) => pages.flat(),
  });
  const all = parent.data && [parent.data, ...(replies.data ?? [])];
  return (
    <SidePanel title="Thread" onClose={onClose}>
      <Failure error={parent.error ?? replies.error} />
      {parent.isPending && <LoadingPage />}
      {all?.map((message, n) => (
        <MessageRow key={message.id} app={app} message={message} before={all[n - 1]} isInThread />
      ))}
      {replies.data?.length === 0 && <Text c="dimmed">Nobody has replied.</Text>}
      {replies.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={replies.isFetching}
          onClick={() => void replies.fetchNextPage()}
        >
          More replies
        </Button>
      )}
    </SidePanel>
  );
}
