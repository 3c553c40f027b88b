import { Box, Group, NativeSelect, Paper, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import { itemTypeNames } from "../../src/format/index.ts";
import type { ImportTask, IssueBody } from "../../src/server/index.ts";
import { issuesQuery } from "../api/issues-query.ts";
import { Failure } from "../parts/failure.tsx";
import { numberWords } from "../parts/number-words.ts";
import { IssueRow } from "./issue-row.tsx";
import type { IssuesFilter } from "./issues-filter.ts";

/** The issues of a file, in its order. Only those in sight are on the page, and pages are asked for as they come near. */
export function IssueList({
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
  const { code, type, text = "" } = filter;
  const { data, error, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery(
    issuesQuery(app, task.id, { ...(code && { code }), ...(type !== undefined && { type }) }),
  );
  const words = useDeferredValue(text.toLowerCase());
  const issues = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.issues) ?? [];
    return words === "" ? all : all.filter((issue) => textOf(issue).includes(words));
  }, [data, words]);
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: issues.length,
    getScrollElement: () => box.current,
    estimateSize: () => 58,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    // What is searched for may stand further down than what is loaded.
    if (hasNextPage && !isFetching && last >= issues.length - 100) void fetchNextPage();
  }, [hasNextPage, isFetching, last, issues.length, fetchNextPage]);
  return (
    <Box>
      <Group mb="sm" gap="sm" align="flex-end">
        <TextInput
          label="Find in the issues"
          type="search"
          value={text}
          onChange={({ currentTarget: { value } }) => {
            const { text: _, ...rest } = filter;
            onFilter(value === "" ? rest : { ...rest, text: value });
          }}
        />
        <NativeSelect
          label="Type of item"
          value={type ?? ""}
          onChange={({ currentTarget: { value } }) => {
            const { type: _, ...rest } = filter;
            onFilter(value === "" ? rest : { ...rest, type: value });
          }}
          data={[{ value: "", label: "Any" }, ...itemTypeNames]}
        />
        <Text size="sm" c="dimmed" role="status" pb={8}>
          {`${numberWords(issues.length)} ${hasNextPage ? "loaded so far" : "in all"}`}
        </Text>
      </Group>
      <Failure error={error} />
      <Paper
        withBorder
        ref={box}
        h="min(70vh, 44rem)"
        tabIndex={0}
        role="region"
        aria-label="Issues"
        style={{ overflowY: "auto", contain: "strict" }}
      >
        <div style={{ height: rows.getTotalSize(), position: "relative" }}>
          {shown.map(({ key, index, start }) => (
            <div
              key={key}
              data-index={index}
              ref={rows.measureElement}
              style={{
                position: "absolute",
                insetInline: 0,
                top: 0,
                transform: `translateY(${start}px)`,
              }}
            >
              <IssueRow app={app} id={task.id} issue={issues[index]!} />
            </div>
          ))}
        </div>
      </Paper>
    </Box>
  );
}

function textOf({ error, id, item, item_text, code, pointer }: IssueBody): string {
  return `${error} ${code} ${id} ${pointer} ${item_text ?? JSON.stringify(item)}`.toLowerCase();
}
