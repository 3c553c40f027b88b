import { Badge } from "@mantine/core";
import { createFileRoute } from "@tanstack/react-router";
import { usersQuery } from "../../../../../../api/users-query.ts";
import { ItemList } from "../../../../../../explorer/item-list.tsx";
import { readListSearch } from "../../../../../../explorer/list-search.ts";
import { UserLink } from "../../../../../../explorer/user-link.tsx";
import { PageHeader } from "../../../../../../parts/page-header.tsx";
import { Time } from "../../../../../../parts/time.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/users/")({
  validateSearch: readListSearch,
  component: Users,
});

function Users() {
  const { app } = Route.useParams();
  const search = Route.useSearch();
  return (
    <>
      <PageHeader title="Users" />
      <ItemList
        type="user"
        label="Users"
        search={search}
        query={usersQuery(app, search)}
        keyOf={({ id }) => id}
        empty="Users come with an import."
        columns={[
          {
            header: "Name",
            sort: "name",
            cell: (user) => <UserLink app={app} user={user} />,
          },
          { header: "Id", sort: "id", cell: ({ id }) => id },
          {
            header: "Role",
            sort: "role",
            cell: ({ role, deactivated_at }) => (
              <>
                {role} {deactivated_at !== undefined && <Badge color="gray">deactivated</Badge>}
              </>
            ),
          },
          { header: "Teams", cell: ({ teams = [] }) => teams.join(", ") },
          {
            header: "Created",
            sort: "created_at",
            cell: ({ created_at }) => <Time at={created_at} />,
          },
        ]}
      />
    </>
  );
}
