import { Button, Group, TextInput } from "@mantine/core";
import { createFileRoute } from "@tanstack/react-router";
import { messagesQuery } from "../../../../../../api/messages-query.ts";
import { ChannelLink } from "../../../../../../explorer/channel-link.tsx";
import { channelTitle } from "../../../../../../explorer/channel-title.ts";
import { ItemList } from "../../../../../../explorer/item-list.tsx";
import { readListSearch } from "../../../../../../explorer/list-search.ts";
import { UserLink } from "../../../../../../explorer/user-link.tsx";
import { counted } from "../../../../../../parts/counted.ts";
import { fieldOf } from "../../../../../../parts/field-of.ts";
import { PageHeader } from "../../../../../../parts/page-header.tsx";
import { TextLink } from "../../../../../../parts/text-link.tsx";
import { Time } from "../../../../../../parts/time.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/messages/")({
  validateSearch: readListSearch,
  component: Messages,
});

function Messages() {
  const { app } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHeader
        title="Messages"
        about="Of channels and threads; deleted ones and those by the system are seen in their channel."
      />
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const { words: _, after: __, ...rest } = search;
          const words = fieldOf(event.currentTarget, "words").trim();
          void navigate({ search: { ...rest, ...(words && { words }) } });
        }}
      >
        <Group gap="xs" align="flex-end" mb="sm">
          <TextInput
            key={search.words}
            label="Words"
            name="words"
            type="search"
            defaultValue={search.words ?? ""}
            maxLength={500}
            dir="auto"
            w={{ base: "100%", xs: 320 }}
          />
          <Button type="submit">Search</Button>
        </Group>
      </form>
      <ItemList
        type="message"
        label="Messages"
        search={search}
        query={messagesQuery(app, search)}
        keyOf={({ id }) => id}
        empty="Messages come with an import."
        columns={[
          {
            header: "Text",
            cell: ({ id, text, attachments }) => (
              <TextLink
                inherit
                to="/apps/$app/explorer/messages/$id"
                params={{ app, id }}
                dir="auto"
                lineClamp={2}
                miw={240}
                maw={560}
              >
                {text.trim() || counted(attachments.length, "attachment")}
              </TextLink>
            ),
          },
          {
            header: "By",
            cell: ({ user }) => <UserLink app={app} user={user} />,
          },
          {
            header: "Channel",
            cell: ({ channel }) => (
              <ChannelLink
                app={app}
                type={channel.type}
                id={channel.id}
                title={channelTitle(channel)}
              />
            ),
          },
          {
            header: "Written",
            sort: "created_at",
            cell: ({ created_at }) => <Time at={created_at} />,
          },
        ]}
      />
    </>
  );
}
