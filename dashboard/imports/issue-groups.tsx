import { Badge, Group, Paper, Text, UnstyledButton } from "@mantine/core";
import { explanations, type IssueCode } from "../../src/format/index.ts";
import { numberWords } from "../parts/number-words.ts";
import classes from "./issue-groups.module.css";

/** Issues by code, the most frequent first: how many, why, and how to mend them. Choosing one shows its issues alone. */
export function IssueGroups({
  codes,
  chosen,
  onChoose,
}: {
  readonly codes: Readonly<Record<string, number>>;
  readonly chosen: IssueCode | undefined;
  readonly onChoose: (code: IssueCode | undefined) => void;
}) {
  const sorted = (Object.entries(codes) as [IssueCode, number][]).toSorted(([, a], [, b]) => b - a);
  return (
    <ul className={classes["groups"]} aria-label="Issues by code">
      {sorted.map(([code, count]) => {
        const { severity, cause, mend } = explanations[code];
        return (
          <Paper component="li" withBorder key={code}>
            <UnstyledButton
              className={classes["group"] ?? ""}
              aria-pressed={code === chosen}
              onClick={() => onChoose(code === chosen ? undefined : code)}
            >
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                  {code.replaceAll("_", " ")}
                </Text>
                <Badge
                  variant="light"
                  tt="none"
                  radius="sm"
                  color={severity === "error" ? "red" : "yellow"}
                  style={{ flexShrink: 0 }}
                >
                  {`${numberWords(count)} ${severity}${count === 1 ? "" : "s"}`}
                </Badge>
              </Group>
              <Text size="sm" mt={4}>
                {cause}
              </Text>
              <Text size="sm" c="dimmed" mt={4}>
                {mend}
              </Text>
            </UnstyledButton>
          </Paper>
        );
      })}
    </ul>
  );
}
