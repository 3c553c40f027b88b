import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { channelQuery } from "../../../../../../../../api/channel-query.ts";
import { ItemFields } from "../../../../../../../../explorer/item-fields.tsx";
import { channelViews } from "../../../../../../../../explorer/item-views.ts";
import { RelatedLinks } from "../../../../../../../../explorer/related-links.tsx";
import { ButtonLink } from "../../../../../../../../parts/button-link.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/channels/$type/$id/fields")({
  component: Fields,
});

function Fields() {
  const { app, type, id } = Route.useParams();
  const { data } = useSuspenseQuery(channelQuery(app, type, id));
  return (
    <>
      <ItemFields app={app} item={data.channel} views={channelViews} />
      <RelatedLinks>
        <ButtonLink
          variant="default"
          to="/apps/$app/explorer/messages"
          params={{ app }}
          search={{ where: [["cid", "$eq", data.channel.cid]] }}
        >
          Messages
        </ButtonLink>
        <ButtonLink
          variant="default"
          to="/apps/$app/explorer/channels/$type/$id/members"
          params={{ app, type, id }}
        >
          Members
        </ButtonLink>
      </RelatedLinks>
    </>
  );
}
