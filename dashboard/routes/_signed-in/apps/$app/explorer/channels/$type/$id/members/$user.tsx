import { Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { memberQuery } from "../../../../../../../../../api/member-query.ts";
import { ItemFields } from "../../../../../../../../../explorer/item-fields.tsx";
import { memberViews } from "../../../../../../../../../explorer/item-views.ts";
import { userName } from "../../../../../../../../../explorer/user-name.ts";

export const Route = createFileRoute(
  "/_signed-in/apps/$app/explorer/channels/$type/$id/members/$user",
)({
  loader: ({ context: { queryClient }, params: { app, type, id, user } }) =>
    queryClient.query({ ...memberQuery(app, type, id, user), staleTime: "static" }),
  component: Member,
});

function Member() {
  const { app, type, id, user } = Route.useParams();
  const { data: member } = useSuspenseQuery(memberQuery(app, type, id, user));
  return (
    <>
      <Title order={2} mb="sm">
        Member <bdi>{userName(member.user)}</bdi>
      </Title>
      <ItemFields app={app} item={member} views={memberViews} />
    </>
  );
}
