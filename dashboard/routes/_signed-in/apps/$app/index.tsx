import { Badge, Button, Group, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { appQuery } from "../../../../api/app-query.ts";
import { useRole } from "../../../../api/use-role.ts";
import { importsPosition, type ImportsPosition } from "../../../../imports/imports-position.ts";
import { ImportsSection } from "../../../../imports/imports-section.tsx";
import { mayUpload } from "../../../../imports/may-upload.ts";
import { NewImport } from "../../../../imports/new-import.tsx";
import { PageHeader } from "../../../../parts/page-header.tsx";

/** What the address of the overview holds. */
interface OverviewSearch extends ImportsPosition {
  /** Whether the dialog for a new import is open. */
  readonly upload?: true;
  /** The import whose file is corrected. */
  readonly corrects?: string;
}

export const Route = createFileRoute("/_signed-in/apps/$app/")({
  validateSearch: (search: Record<string, unknown>): OverviewSearch => ({
    ...importsPosition(search),
    ...(search["upload"] === true && { upload: true }),
    ...(typeof search["corrects"] === "string" && { corrects: search["corrects"] }),
  }),
  component: Overview,
});

function Overview() {
  const { app: name } = Route.useParams();
  const { upload, corrects, ...position } = Route.useSearch();
  const navigate = Route.useNavigate();
  const { data: app } = useSuspenseQuery(appQuery(name));
  const may = mayUpload(app, useRole(name));
  const production = app.mode === "production";
  return (
    <>
      <PageHeader
        title={app.name}
        about={
          <Group gap="xs">
            <span>Chat overview</span>
            <Badge variant="default" tt="none" radius="sm">
              {app.mode}
            </Badge>
          </Group>
        }
      />
      <ImportsSection
        app={name}
        position={position}
        onPosition={(search) => void navigate({ search, resetScroll: false })}
        action={
          production ? (
            <Text size="sm" c="dimmed">
              The app is in production: it takes no imports.
            </Text>
          ) : (
            may && (
              <Button onClick={() => void navigate({ search: { ...position, upload: true } })}>
                New Import
              </Button>
            )
          )
        }
      />
      {upload && may && !production && (
        <NewImport
          app={app}
          corrects={corrects}
          onClose={() => void navigate({ search: position })}
        />
      )}
    </>
  );
}
