import { Alert, Box, Button, Group, Stack, Text, Title } from "@mantine/core";
import type { ImportTask } from "../../src/server/index.ts";
import { numberWords } from "../parts/number-words.ts";
import type { IssuesFilter } from "./issues-filter.ts";
import { IssueGroups } from "./issue-groups.tsx";
import { IssueList } from "./issue-list.tsx";
import { ReportDownloads } from "./report-downloads.tsx";

/** What the check of a file found: issues by code, each code explained, and the issues themselves. */
export function Report({
  app,
  task,
  filter,
  onFilter,
}: {
  readonly app: string;
  readonly task: ImportTask;
  readonly filter: IssuesFilter;
  readonly onFilter: (filter: IssuesFilter) => void;
}) {
  if (task.result === null) return null;
  const { errors, warnings, withheld, by_code } = task.result.issues;
  if (errors + warnings === 0) {
    return (
      <Alert color="green" title="Nothing is wrong with the file">
        Every item was checked, and every reference leads somewhere.
      </Alert>
    );
  }
  const { code, type } = filter;
  return (
    <Box component="section" aria-labelledby="report">
      <Group justify="space-between" mb="sm">
        <Box>
          <Title order={2} id="report">
            {`${count(errors, "error")}, ${count(warnings, "warning")}`}
          </Title>
          {withheld > 0 && (
            <Text size="sm" c="dimmed">
              {`${numberWords(withheld)} more only follow from these and go away with them.`}
            </Text>
          )}
        </Box>
        <ReportDownloads app={app} id={task.id} />
      </Group>
      <Stack>
        <IssueGroups
          codes={by_code}
          chosen={code}
          onChoose={(code) => onFilter(code === undefined ? {} : { code })}
        />
        {(code !== undefined || type !== undefined) && (
          <Group gap="xs">
            <Text size="sm">{`Shown: ${[code, type].filter(Boolean).join(", ")}`}</Text>
            <Button size="compact-xs" variant="default" onClick={() => onFilter({})}>
              Show all
            </Button>
          </Group>
        )}
        <IssueList app={app} task={task} filter={filter} onFilter={onFilter} />
      </Stack>
    </Box>
  );
}

function count(value: number, word: string): string {
  return `${numberWords(value)} ${word}${value === 1 ? "" : "s"}`;
}
