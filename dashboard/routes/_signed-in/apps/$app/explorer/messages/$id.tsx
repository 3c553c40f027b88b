import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import type { MessageBody } from "../../../../../../../src/server/index.ts";
import type { Place } from "../../../../../../conversation/place.ts";
import { messageQuery } from "../../../../../../api/message-query.ts";
import { ItemFields } from "../../../../../../explorer/item-fields.tsx";
import { messageViews } from "../../../../../../explorer/item-views.ts";
import { RelatedLinks } from "../../../../../../explorer/related-links.tsx";
import { userName } from "../../../../../../explorer/user-name.ts";
import { ButtonLink } from "../../../../../../parts/button-link.tsx";
import { PageHeader } from "../../../../../../parts/page-header.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/messages/$id")({
  loader: ({ context: { queryClient }, params: { app, id } }) =>
    queryClient.query({ ...messageQuery(app, id), staleTime: "static" }),
  component: Message,
});

/** Where a message is in its channel; a reply that stands in its thread alone is there. */
function placeOf({ id, parent_id, show_in_channel }: MessageBody): Place {
  if (parent_id === undefined) return { at: id };
  return show_in_channel ? { at: id, thread: parent_id } : { at: parent_id, thread: parent_id };
}

function Message() {
  const { app, id } = Route.useParams();
  const { data: message } = useSuspenseQuery(messageQuery(app, id));
  return (
    <>
      <PageHeader title={`Message by ${userName(message.user)}`} />
      <ItemFields app={app} item={message} views={messageViews} />
      <RelatedLinks>
        <ButtonLink
          variant="default"
          to="/apps/$app/explorer/channels/$type/$id"
          params={{ app, type: message.channel.type, id: message.channel.id }}
          search={placeOf(message)}
        >
          In the conversation
        </ButtonLink>
        <ButtonLink
          variant="default"
          to="/apps/$app/explorer/messages"
          params={{ app }}
          search={{ where: [["parent_id", "$eq", id]] }}
        >
          Replies
        </ButtonLink>
        <ButtonLink
          variant="default"
          to="/apps/$app/explorer/messages"
          params={{ app }}
          search={{ where: [["quoted_message_id", "$eq", id]] }}
        >
          Messages that quote it
        </ButtonLink>
      </RelatedLinks>
    </>
  );
}
