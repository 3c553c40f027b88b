import { Alert, List, Progress, Stack, Text } from "@mantine/core";
import { numberWords } from "../parts/number-words.ts";
import type { FileCheck } from "./file-check.ts";

/** What the check in the browser says of a file, before anything is sent. */
export function CheckResult({ check }: { readonly check: FileCheck }) {
  switch (check.kind) {
    case "checking":
      return (
        <Stack gap={4}>
          <Progress value={check.share * 100} aria-label="Check in the browser" />
          <Text size="sm" c="dimmed">
            {`Checking in your browser: ${Math.floor(check.share * 100)} %, ${numberWords(check.issues)} issues so far. You need not wait for it.`}
          </Text>
        </Stack>
      );
    case "failed":
      return (
        <Alert color="yellow" title="Your browser could not check the file">
          {check.message} The server checks it, too.
        </Alert>
      );
    case "checked":
      return check.issues.errors === 0 ? (
        <Alert color="green" role="status" title="No errors found">
          {itemWords(check.stats)}
          {check.issues.warnings > 0 && `. ${numberWords(check.issues.warnings)} warnings`}
        </Alert>
      ) : (
        <Errors check={check} />
      );
  }
}

function Errors({ check: { issues, first } }: { readonly check: FileCheck & { kind: "checked" } }) {
  const errors = first.filter(({ severity }) => severity === "error");
  return (
    <Alert
      color="red"
      role="alert"
      title={`${numberWords(issues.errors)} ${issues.errors === 1 ? "error" : "errors"} found: the file cannot be imported as it is`}
    >
      <List size="sm" spacing="xs" listStyleType="none">
        {errors.map(({ code, message, line, hint }) => (
          <List.Item key={code}>
            <bdi>{message}</bdi>
            <Text size="sm">
              {`Line ${numberWords(line)}${issues.by_code[code]! > 1 ? `, and ${numberWords(issues.by_code[code]! - 1)} more like it` : ""}. To mend it: `}
              <bdi>{hint}</bdi>
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="sm">
        Upload it to get the whole report. What the app has already was not looked at here.
      </Text>
    </Alert>
  );
}

function itemWords(stats: Readonly<Record<string, number>>): string {
  return Object.entries(stats)
    .filter(([, count]) => count > 0)
    .map(
      ([type, count]) =>
        `${numberWords(count)} ${type.replaceAll("_", " ")}${count === 1 ? "" : "s"}`,
    )
    .join(", ");
}
