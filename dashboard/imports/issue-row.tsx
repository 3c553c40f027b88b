import { Badge, Box, Group, Text } from "@mantine/core";
import type { IssueBody } from "../../src/server/index.ts";
import { JsonText } from "../parts/json-text.tsx";
import { numberWords } from "../parts/number-words.ts";
import { TextLink } from "../parts/text-link.tsx";
import classes from "./issue-row.module.css";

/** An issue: its sentence and place; opened, how to mend it, and the item. */
export function IssueRow({
  app,
  id,
  issue,
}: {
  readonly app: string;
  /** Of the import. */
  readonly id: string;
  readonly issue: IssueBody;
}) {
  const { error, severity, item_type, line, column, pointer, hint, item, item_text } = issue;
  return (
    <details className={classes["row"]}>
      <summary className={classes["summary"]}>
        <Badge
          variant="light"
          size="sm"
          radius="sm"
          tt="none"
          color={severity === "error" ? "red" : "yellow"}
        >
          {severity}
        </Badge>
        <Box component="span" miw={0} style={{ overflowWrap: "anywhere" }}>
          <span dir="auto">{error}</span>
          <Text span size="sm" c="dimmed" display="block">
            {[item_type, issue.id].filter(Boolean).join(" ")}
            {` · line ${numberWords(line)}, column ${numberWords(column)}`}
          </Text>
        </Box>
      </summary>
      <Box px="md" pb="md">
        <Text size="sm" dir="auto">
          <strong>To mend it:</strong> {hint}
        </Text>
        <Group gap="md" my="xs">
          {pointer !== "" && (
            <Text size="sm" c="dimmed">
              Field <code>{pointer}</code>
            </Text>
          )}
          <TextLink
            size="sm"
            to="/apps/$app/imports/$id"
            params={{ app, id }}
            search={({ against }) => ({
              ...(against !== undefined && { against }),
              tab: "file",
              at: issue.offset,
            })}
          >
            Show it in the file
          </TextLink>
        </Group>
        {(item_text !== null || item !== null) && (
          <JsonText text={item_text ?? JSON.stringify(item, null, 2)} />
        )}
      </Box>
    </details>
  );
}
