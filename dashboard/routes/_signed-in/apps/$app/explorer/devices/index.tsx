import { Badge } from "@mantine/core";
import { createFileRoute } from "@tanstack/react-router";
import { devicesQuery } from "../../../../../../api/devices-query.ts";
import { ItemList } from "../../../../../../explorer/item-list.tsx";
import { readListSearch } from "../../../../../../explorer/list-search.ts";
import { UserLink } from "../../../../../../explorer/user-link.tsx";
import { PageHeader } from "../../../../../../parts/page-header.tsx";
import { TextLink } from "../../../../../../parts/text-link.tsx";
import { Time } from "../../../../../../parts/time.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/devices/")({
  validateSearch: readListSearch,
  component: Devices,
});

function Devices() {
  const { app } = Route.useParams();
  const search = Route.useSearch();
  return (
    <>
      <PageHeader title="Devices" about="Where push notifications of users go." />
      <ItemList
        type="device"
        label="Devices"
        search={search}
        query={devicesQuery(app, search)}
        keyOf={({ id }) => id}
        empty="Devices come with an import."
        columns={[
          {
            header: "User",
            sort: "user_id",
            cell: ({ user_id }) => <UserLink app={app} user={{ id: user_id }} />,
          },
          {
            header: "Id",
            sort: "id",
            cell: ({ id }) => (
              <TextLink
                inherit
                to="/apps/$app/explorer/devices/$id"
                params={{ app, id }}
                truncate
                display="block"
                maw={320}
                title={id}
              >
                {id}
              </TextLink>
            ),
          },
          {
            header: "Push service",
            sort: "push_provider_type",
            cell: ({ push_provider, push_provider_name }) =>
              [push_provider, push_provider_name].filter(Boolean).join(" · "),
          },
          {
            header: "State",
            cell: ({ disabled, disabled_reason }) =>
              disabled && (
                <Badge color="gray">off{disabled_reason && `: ${disabled_reason}`}</Badge>
              ),
          },
          {
            header: "Registered",
            sort: "created_at",
            cell: ({ created_at }) => <Time at={created_at} />,
          },
        ]}
      />
    </>
  );
}
