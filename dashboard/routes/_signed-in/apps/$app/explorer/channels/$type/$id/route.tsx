import { Badge, Group } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Outlet } from "@tanstack/react-router";
import { channelQuery } from "../../../../../../../../api/channel-query.ts";
import { channelTitle } from "../../../../../../../../explorer/channel-title.ts";
import { ButtonLink } from "../../../../../../../../parts/button-link.tsx";
import { counted } from "../../../../../../../../parts/counted.ts";
import { PageHeader } from "../../../../../../../../parts/page-header.tsx";

/** All pages of a channel. */
export const Route = createFileRoute("/_signed-in/apps/$app/explorer/channels/$type/$id")({
  loader: ({ context: { queryClient }, params: { app, type, id } }) =>
    queryClient.query({ ...channelQuery(app, type, id), staleTime: "static" }),
  component: Channel,
});

const pages = [
  ["Conversation", "/apps/$app/explorer/channels/$type/$id"],
  ["Members", "/apps/$app/explorer/channels/$type/$id/members"],
  ["Fields", "/apps/$app/explorer/channels/$type/$id/fields"],
] as const;

function Channel() {
  const { app, type, id } = Route.useParams();
  const { data } = useSuspenseQuery(channelQuery(app, type, id));
  const { channel, members } = data;
  return (
    <>
      <PageHeader
        title={channelTitle(channel, members)}
        about={
          <Group gap="xs">
            <Badge variant="default">{type}</Badge>
            <span>{counted(channel.member_count, "member")}</span>
            {channel.frozen && <Badge color="gray">frozen</Badge>}
            {channel.disabled && <Badge color="gray">disabled</Badge>}
          </Group>
        }
      />
      <Group component="nav" aria-label="Pages of the channel" gap="xs" mb="md">
        {pages.map(([label, to]) => (
          <ButtonLink
            key={label}
            to={to}
            params={{ app, type, id }}
            variant="subtle"
            size="compact-md"
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ variant: "light" }}
          >
            {label}
          </ButtonLink>
        ))}
      </Group>
      <Outlet />
    </>
  );
}
