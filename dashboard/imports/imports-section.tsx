import { Box, Group, NativeSelect, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ImportTask } from "../../src/server/index.ts";
import { importsQuery } from "../api/imports-query.ts";
import { useLiveImport } from "../api/use-live-import.ts";
import { byteWords } from "../parts/byte-words.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { Failure } from "../parts/failure.tsx";
import { LoadingPage } from "../parts/loading-page.tsx";
import { Pager } from "../parts/pager.tsx";
import { TextLink } from "../parts/text-link.tsx";
import { Time } from "../parts/time.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportState } from "./import-state.tsx";
import type { ImportsPosition } from "./imports-position.ts";
import { isRunning } from "./is-running.ts";
import { stateWords } from "./state-words.ts";

const shown = 10;

/** The imports of an app: who uploaded what, when, and how it stands. */
export function ImportsSection({
  app,
  position: { state, from = 0 },
  onPosition,
  action,
}: {
  readonly app: string;
  readonly position: ImportsPosition;
  readonly onPosition: (position: ImportsPosition) => void;
  /** The button for a new import, or why there is none. */
  readonly action: ReactNode;
}) {
  const { data, error } = useQuery(
    // One more than is shown tells whether there is a next page.
    importsQuery(app, { ...(state && { state: [state] }), offset: from, limit: shown + 1 }),
  );
  useLiveImport(app, data?.find((task) => isRunning(task) && !task.paused)?.id);
  return (
    <Box component="section" aria-labelledby="imports" mt="xl">
      <Group justify="space-between" mb="sm" align="flex-end">
        <Title order={2} id="imports">
          Data Imports
        </Title>
        <Group gap="sm">
          <NativeSelect
            aria-label="Status"
            value={state ?? ""}
            onChange={({ currentTarget: { value } }) =>
              onPosition(value === "" ? {} : { state: value as ImportTask["state"] })
            }
            data={[
              { value: "", label: "Any status" },
              ...Object.entries(stateWords)
                .filter(([name]) => name !== "uploading")
                .map(([value, { label }]) => ({ value, label })),
            ]}
          />
          {action}
        </Group>
      </Group>
      <Failure error={error} />
      {data === undefined && error === null && <LoadingPage />}
      {data?.length === 0 && (state || from > 0) && (
        <EmptyState title="No import like this" about="Choose another status to see more." />
      )}
      {data?.length === 0 && !state && from === 0 && (
        <EmptyState
          title="No imports yet"
          about="An import file holds users, channels, members, messages and reactions as JSON: a list, or one object a line. It is checked as a whole, and nothing is written before it is confirmed."
        />
      )}
      {data !== undefined && data.length > 0 && (
        <DataTable
          label="List of imports"
          columns={columnsOf(app)}
          rows={data.slice(0, shown)}
          keyOf={({ id }) => id}
        />
      )}
      <Pager
        where={`${from + 1} to ${from + Math.min(shown, data?.length ?? 0)}`}
        onPrevious={
          from > 0
            ? () => onPosition({ ...(state && { state }), from: Math.max(0, from - shown) })
            : undefined
        }
        onNext={
          (data?.length ?? 0) > shown
            ? () => onPosition({ ...(state && { state }), from: from + shown })
            : undefined
        }
      />
    </Box>
  );
}

function columnsOf(app: string): readonly Column<ImportTask>[] {
  return [
    {
      header: "File",
      cell: ({ id, file_name }) => (
        <TextLink
          to="/apps/$app/imports/$id"
          params={{ app, id }}
          fw={600}
          dir="auto"
          style={{ overflowWrap: "break-word" }}
        >
          {file_name}
        </TextLink>
      ),
    },
    {
      header: "Status",
      cell: (task) => (
        <>
          <ImportState task={task} />
          <Box mt={isRunning(task) ? 6 : 0}>
            <ImportProgress task={task} />
          </Box>
        </>
      ),
    },
    {
      header: "Uploaded by",
      cell: ({ uploaded_by }) => (
        <Text span inherit dir="auto">
          {uploaded_by.name}
        </Text>
      ),
    },
    { header: "Uploaded", cell: ({ created_at }) => <Time at={created_at} /> },
    { header: "Size", align: "end", cell: ({ size }) => byteWords(size) },
    { header: "Mode", cell: ({ mode }) => mode },
  ];
}
