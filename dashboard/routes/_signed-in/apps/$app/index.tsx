import { Badge, Code, Group } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { appQuery } from "../../../../api/app-query.ts";
import { EmptyState } from "../../../../parts/empty-state.tsx";
import { PageHeader } from "../../../../parts/page-header.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/")({ component: Overview });

function Overview() {
  const { app: name } = Route.useParams();
  const { data: app } = useSuspenseQuery(appQuery(name));
  return (
    <>
      <PageHeader
        title={app.name}
        about={
          <Group gap="xs">
            <span>Chat overview</span>
            <Badge variant="default">{app.mode}</Badge>
          </Group>
        }
      />
      <EmptyState
        title="Bring chat history over"
        about="The command line checks an import file, tells everything that is wrong with it, and loads it into this app:"
      >
        <Code>{`chatferry upload export.json --app ${app.name}`}</Code>
      </EmptyState>
    </>
  );
}
