import { Alert, Box, Group, Tabs, Text, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { appQuery } from "../../../../../api/app-query.ts";
import { importQuery } from "../../../../../api/import-query.ts";
import { useLiveImport } from "../../../../../api/use-live-import.ts";
import { useRole } from "../../../../../api/use-role.ts";
import { Comparison } from "../../../../../imports/comparison.tsx";
import { FilePreview } from "../../../../../imports/file-preview.tsx";
import { ImportFacts } from "../../../../../imports/import-facts.tsx";
import { ImportProgress } from "../../../../../imports/import-progress.tsx";
import { ImportState } from "../../../../../imports/import-state.tsx";
import { ImportSteps } from "../../../../../imports/import-steps.tsx";
import { issuesFilter, type IssuesFilter } from "../../../../../imports/issues-filter.ts";
import { ItemCounts } from "../../../../../imports/item-counts.tsx";
import { mayDecide } from "../../../../../imports/may-decide.ts";
import { mayUpload } from "../../../../../imports/may-upload.ts";
import { Report } from "../../../../../imports/report.tsx";
import { meaningOf } from "../../../../../imports/state-words.ts";
import { Timeline } from "../../../../../imports/timeline.tsx";
import { ButtonLink } from "../../../../../parts/button-link.tsx";
import { PageHeader } from "../../../../../parts/page-header.tsx";
import { TextLink } from "../../../../../parts/text-link.tsx";

/** What the address of an import's page holds. */
interface ImportSearch extends IssuesFilter {
  readonly tab?: "file" | "history";
  /** Where the file is shown from, in bytes. */
  readonly at?: number;
  /** The import whose file was corrected. */
  readonly against?: string;
}

export const Route = createFileRoute("/_signed-in/apps/$app/imports/$id")({
  validateSearch: (search: Record<string, unknown>): ImportSearch => ({
    ...issuesFilter(search),
    ...((search["tab"] === "file" || search["tab"] === "history") && { tab: search["tab"] }),
    ...(Number.isSafeInteger(search["at"]) &&
      Number(search["at"]) > 0 && { at: Number(search["at"]) }),
    ...(typeof search["against"] === "string" && { against: search["against"] }),
  }),
  loader: ({ context: { queryClient }, params: { app, id } }) =>
    queryClient.query({ ...importQuery(app, id), staleTime: "static" }),
  component: ImportPage,
});

function ImportPage() {
  const { app, id } = Route.useParams();
  const { tab = "report", at = 0, against, ...filter } = Route.useSearch();
  const navigate = Route.useNavigate();
  const { account } = Route.useRouteContext();
  const { data: task } = useSuspenseQuery(importQuery(app, id));
  const { data: settings } = useSuspenseQuery(appQuery(app));
  const role = useRole(app);
  useLiveImport(app, task.state === "uploading" ? undefined : id);
  const kept = against === undefined ? {} : { against };
  return (
    <>
      <PageHeader
        title={task.file_name}
        about={
          <Group gap="sm">
            <TextLink to="/apps/$app" params={{ app }}>
              Data Imports
            </TextLink>
            <ImportState task={task} />
          </Group>
        }
      >
        <ImportSteps
          app={app}
          task={task}
          role={role}
          mayDecide={mayDecide(settings, task, role, account.email)}
        />
        {task.state === "analyze_failed" && mayUpload(settings, role) && (
          <ButtonLink to="/apps/$app" params={{ app }} search={{ upload: true, corrects: id }}>
            Upload the corrected file
          </ButtonLink>
        )}
      </PageHeader>
      <Text mb="md" role="status">
        {meaningOf(task)}
      </Text>
      <Box mb="md">
        <ImportProgress task={task} />
      </Box>
      {task.failure && (
        <Alert color="red" title={task.failure.message} mb="md">
          {task.failure.fix}
        </Alert>
      )}
      <ImportFacts task={task} />
      {(task.result || task.reconciliation) && (
        <Box component="section" aria-labelledby="items" mb="xl">
          <Title order={2} id="items" mb="sm">
            {task.state === "waiting_confirmation" ? "What will be written" : "Items"}
          </Title>
          <ItemCounts task={task} />
        </Box>
      )}
      {against !== undefined && <Comparison app={app} task={task} against={against} />}
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(tab) =>
          void navigate({
            search: tab === "file" || tab === "history" ? { ...kept, tab } : kept,
            resetScroll: false,
          })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="report">Report</Tabs.Tab>
          <Tabs.Tab value="file">File</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="report">
          {task.result === null && (
            <Text c="dimmed">There is none before the file is checked.</Text>
          )}
          <Report
            app={app}
            task={task}
            filter={filter}
            onFilter={(filter) =>
              void navigate({ search: { ...kept, ...filter }, replace: true, resetScroll: false })
            }
          />
        </Tabs.Panel>
        <Tabs.Panel value="file">
          <FilePreview
            app={app}
            id={id}
            at={at}
            onMove={(at) =>
              void navigate({
                search: { ...kept, tab: "file", ...(at > 0 && { at }) },
                resetScroll: false,
              })
            }
          />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <Timeline history={task.history} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
