import { Badge, Group, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { appQuery } from "../../../../api/app-query.ts";
import { useRole } from "../../../../api/use-role.ts";
import { mayUpload } from "../../../../imports/may-upload.ts";
import { ButtonLink } from "../../../../parts/button-link.tsx";
import { PageHeader } from "../../../../parts/page-header.tsx";
import { Section } from "../../../../parts/section.tsx";
import { ApiKeys } from "../../../../settings/api-keys.tsx";
import { ChannelTypes } from "../../../../settings/channel-types.tsx";
import { GeneralSettings } from "../../../../settings/general-settings.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/settings")({ component: Settings });

function Settings() {
  const { app: name } = Route.useParams();
  const role = useRole(name);
  const { data: app } = useSuspenseQuery(appQuery(name));
  return (
    <>
      <PageHeader title="App Settings" about={<bdi>{name}</bdi>}>
        {app.mode === "development" && mayUpload(app, role) && (
          <ButtonLink to="/apps/$app" params={{ app: name }} search={{ upload: true }}>
            Import Chat Data
          </ButtonLink>
        )}
      </PageHeader>
      {app.mode === "production" && (
        <Text mb="lg" role="status">
          Importing chat data is off, as the app is in production. Set its mode to development to
          import.
        </Text>
      )}
      <Section title="General">
        <GeneralSettings app={app} changeable={role === "admin"} />
      </Section>
      {role === "admin" && <ApiKeys app={name} />}
      <ChannelTypes app={app} changeable={role !== "member"} />
      <Section title="Roles" about="Users of an import file have one of these.">
        <Group gap="xs">
          {Object.keys(app.grants).map((name) => (
            <Badge key={name} variant="default" tt="none" radius="sm" size="lg">
              {name}
            </Badge>
          ))}
        </Group>
      </Section>
    </>
  );
}
