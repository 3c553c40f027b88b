import { Box, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ImportTask } from "../../src/server/index.ts";
import { importQuery } from "../api/import-query.ts";
import { DataTable } from "../parts/data-table.tsx";
import { numberWords } from "../parts/number-words.ts";
import { TextLink } from "../parts/text-link.tsx";

type Row = readonly [code: string, before: number, now: number];

/** What became of the issues of a file that was corrected.
 *
 * @param against the id of the import of the file as it was before */
export function Comparison({
  app,
  task,
  against,
}: {
  readonly app: string;
  readonly task: ImportTask;
  readonly against: string;
}) {
  const { data: before } = useQuery(importQuery(app, against));
  if (!before?.result || !task.result) return null;
  const was = before.result.issues.by_code;
  const is = task.result.issues.by_code;
  const rows = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((code): Row => [code, was[code] ?? 0, is[code] ?? 0])
    .toSorted(([, a, b], [, c, d]) => d - c - (b - a));
  return (
    <Box component="section" aria-labelledby="comparison" mb="xl">
      <Title order={2} id="comparison" mb={4}>
        What changed
      </Title>
      <Text c="dimmed" mb="sm">
        Compared with{" "}
        <TextLink
          to="/apps/$app/imports/$id"
          params={{ app, id: against }}
          dir="auto"
          underline="always"
        >
          {before.file_name}
        </TextLink>
        , the file before.
      </Text>
      <DataTable<Row>
        label="Issues before and now"
        keyOf={([code]) => code}
        rows={rows}
        columns={[
          { header: "Issue", cell: ([code]) => code.replaceAll("_", " ") },
          { header: "Before", align: "end", cell: ([, before]) => numberWords(before) },
          { header: "Now", align: "end", cell: ([, , now]) => numberWords(now) },
          {
            header: "Change",
            align: "end",
            cell: ([, before, now]) => (now === 0 ? "mended" : signed(now - before)),
          },
        ]}
      />
    </Box>
  );
}

function signed(change: number): string {
  return change > 0 ? `+${numberWords(change)}` : numberWords(change);
}
