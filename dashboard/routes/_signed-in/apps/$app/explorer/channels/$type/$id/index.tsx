import { Group } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { channelQuery } from "../../../../../../../../api/channel-query.ts";
import { Conversation } from "../../../../../../../../conversation/conversation.tsx";
import { Jump } from "../../../../../../../../conversation/jump.tsx";
import { readPlace } from "../../../../../../../../conversation/place.ts";
import { Reads } from "../../../../../../../../conversation/reads.tsx";
import { Thread } from "../../../../../../../../conversation/thread.tsx";
import { ButtonLink } from "../../../../../../../../parts/button-link.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/channels/$type/$id/")({
  validateSearch: readPlace,
  component: ConversationPage,
});

function ConversationPage() {
  const { app, type, id } = Route.useParams();
  const { data: state } = useSuspenseQuery(channelQuery(app, type, id));
  const place = Route.useSearch();
  const navigate = Route.useNavigate();
  const { at, date, thread, reads } = place;
  return (
    <>
      <Group gap="xs" mb="xs" justify="space-between">
        <Jump date={date} onJump={(date) => void navigate({ search: { date } })} />
        <ButtonLink
          variant="default"
          size="xs"
          from={Route.fullPath}
          to="."
          search={{ ...place, reads: true }}
        >
          Who has read how far
        </ButtonLink>
      </Group>
      <Conversation key={`${type}:${id} ${at} ${date}`} app={app} state={state} place={place} />
      {thread !== undefined && (
        <Thread
          app={app}
          id={thread}
          onClose={() => void navigate({ search: { ...place, thread: undefined } })}
        />
      )}
      {reads && (
        <Reads
          app={app}
          read={state.read}
          onClose={() => void navigate({ search: { ...place, reads: undefined } })}
        />
      )}
    </>
  );
}
