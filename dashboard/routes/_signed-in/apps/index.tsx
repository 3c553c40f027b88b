import { Button, Card, SimpleGrid, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { appsQuery } from "../../../api/apps-query.ts";
import { EmptyState } from "../../../parts/empty-state.tsx";
import { PageHeader } from "../../../parts/page-header.tsx";
import { TextLink } from "../../../parts/text-link.tsx";
import { NewApp } from "../../../settings/new-app.tsx";

export const Route = createFileRoute("/_signed-in/apps/")({
  loader: ({ context: { queryClient, account } }) =>
    queryClient.query({ ...appsQuery(account), staleTime: "static" }),
  component: Apps,
});

function Apps() {
  const { account } = Route.useRouteContext();
  const [making, { open, close }] = useDisclosure();
  const { data: apps } = useSuspenseQuery(appsQuery(account));
  return (
    <>
      <PageHeader title="Apps" about="Each has its own chats, keys and imports.">
        {account.admin && <Button onClick={open}>New app</Button>}
      </PageHeader>
      {apps.length === 0 && (
        <EmptyState
          title="No app is open to you yet"
          about="Ask an admin of this server for a role in one."
        />
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {apps.map((app) => (
          <Card key={app} withBorder>
            <TextLink to="/apps/$app" params={{ app }} fw={600}>
              {app}
            </TextLink>
            <Text size="sm" c="dimmed">
              {account.admin ? "admin" : account.roles[app]}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      {making && <NewApp onClose={close} />}
    </>
  );
}
