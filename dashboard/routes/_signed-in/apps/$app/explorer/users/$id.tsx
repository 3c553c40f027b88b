import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { userQuery } from "../../../../../../api/user-query.ts";
import type { Condition } from "../../../../../../explorer/condition.ts";
import { ItemFields } from "../../../../../../explorer/item-fields.tsx";
import { userViews } from "../../../../../../explorer/item-views.ts";
import { RelatedLinks } from "../../../../../../explorer/related-links.tsx";
import { userName } from "../../../../../../explorer/user-name.ts";
import { ButtonLink } from "../../../../../../parts/button-link.tsx";
import { PageHeader } from "../../../../../../parts/page-header.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/users/$id")({
  loader: ({ context: { queryClient }, params: { app, id } }) =>
    queryClient.query({ ...userQuery(app, id), staleTime: "static" }),
  component: User,
});

const related = [
  ["Channels", "channels", ["members", "$contains"]],
  ["Channels they created", "channels", ["created_by", "$eq"]],
  ["Messages they wrote", "messages", ["user", "$eq"]],
  ["Messages that mention them", "messages", ["mentioned_users_ids", "$contains"]],
  ["Devices", "devices", ["user_id", "$eq"]],
] as const;

function User() {
  const { app, id } = Route.useParams();
  const { data: user } = useSuspenseQuery(userQuery(app, id));
  return (
    <>
      <PageHeader title={userName(user)} about="User" />
      <ItemFields app={app} item={user} views={userViews} />
      <RelatedLinks>
        {related.map(([label, list, [field, operator]]) => (
          <ButtonLink
            key={label}
            variant="default"
            to={`/apps/$app/explorer/${list}`}
            params={{ app }}
            search={{ where: [[field, operator, id]] satisfies Condition[] }}
          >
            {label}
          </ButtonLink>
        ))}
      </RelatedLinks>
    </>
  );
}
