import { createFileRoute } from "@tanstack/react-router";
import { channelsQuery } from "../../../../../../api/channels-query.ts";
import { ChannelLink } from "../../../../../../explorer/channel-link.tsx";
import { channelTitle } from "../../../../../../explorer/channel-title.ts";
import { ItemList } from "../../../../../../explorer/item-list.tsx";
import { readListSearch } from "../../../../../../explorer/list-search.ts";
import { numberWords } from "../../../../../../parts/number-words.ts";
import { PageHeader } from "../../../../../../parts/page-header.tsx";
import { Time } from "../../../../../../parts/time.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/channels/")({
  validateSearch: readListSearch,
  component: Channels,
});

function Channels() {
  const { app } = Route.useParams();
  const search = Route.useSearch();
  return (
    <>
      <PageHeader title="Channels" />
      <ItemList
        type="channel"
        label="Channels"
        search={search}
        query={channelsQuery(app, search)}
        keyOf={({ channel }) => channel.cid}
        empty="Channels come with an import."
        columns={[
          {
            header: "Name",
            sort: "name",
            cell: ({ channel, members }) => (
              <ChannelLink
                app={app}
                type={channel.type}
                id={channel.id}
                title={channelTitle(channel, members)}
              />
            ),
          },
          { header: "Type", sort: "type", cell: ({ channel }) => channel.type },
          {
            header: "Members",
            sort: "member_count",
            align: "end",
            cell: ({ channel }) => numberWords(channel.member_count),
          },
          {
            header: "Messages",
            align: "end",
            cell: ({ channel }) => numberWords(channel.message_count ?? 0),
          },
          {
            header: "Last message",
            sort: "last_message_at",
            cell: ({ channel: { last_message_at } }) =>
              last_message_at !== undefined && <Time at={last_message_at} />,
          },
          {
            header: "Created",
            sort: "created_at",
            cell: ({ channel }) => <Time at={channel.created_at} />,
          },
        ]}
      />
    </>
  );
}
