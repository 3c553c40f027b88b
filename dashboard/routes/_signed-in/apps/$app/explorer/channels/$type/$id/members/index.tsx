import { createFileRoute } from "@tanstack/react-router";
import { membersQuery } from "../../../../../../../../../api/members-query.ts";
import { ItemList } from "../../../../../../../../../explorer/item-list.tsx";
import { readListSearch } from "../../../../../../../../../explorer/list-search.ts";
import { userName } from "../../../../../../../../../explorer/user-name.ts";
import { TextLink } from "../../../../../../../../../parts/text-link.tsx";
import { Time } from "../../../../../../../../../parts/time.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/channels/$type/$id/members/")({
  validateSearch: readListSearch,
  component: Members,
});

function Members() {
  const { app, type, id } = Route.useParams();
  const search = Route.useSearch();
  return (
    <ItemList
      type="member"
      label="Members"
      search={search}
      query={membersQuery(app, type, id, search)}
      keyOf={({ user_id }) => user_id}
      empty="Members of the channel come with an import."
      columns={[
        {
          header: "Name",
          sort: "name",
          cell: ({ user_id, user }) => (
            <TextLink
              inherit
              to="/apps/$app/explorer/channels/$type/$id/members/$user"
              params={{ app, type, id, user: user_id }}
            >
              <bdi>{userName(user)}</bdi>
            </TextLink>
          ),
        },
        { header: "User id", sort: "user_id", cell: ({ user_id }) => user_id },
        { header: "Role", sort: "channel_role", cell: ({ channel_role }) => channel_role },
        { header: "Status", cell: ({ status, banned }) => (banned ? `${status}, banned` : status) },
        {
          header: "Joined",
          sort: "created_at",
          cell: ({ created_at }) => <Time at={created_at} />,
        },
      ]}
    />
  );
}
