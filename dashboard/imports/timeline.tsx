import { Text, Timeline as Line } from "@mantine/core";
import type { ImportTask } from "../../src/server/index.ts";
import { Time } from "../parts/time.tsx";
import { stateWords } from "./state-words.ts";

/** The history of an import: what it came to be, when, by whom, and why. */
export function Timeline({ history }: { readonly history: ImportTask["history"] }) {
  return (
    <Line active={history.length} bulletSize={18} lineWidth={2}>
      {history.map(({ next_state, created_at, by, reason }) => (
        <Line.Item key={`${created_at}${next_state}`} title={stateWords[next_state].label}>
          <Text size="sm" c="dimmed" component="div">
            <Time at={created_at} />
            {by.kind === "system" ? " by the worker" : " by "}
            {by.kind !== "system" && <bdi>{by.name}</bdi>}
          </Text>
          {reason !== null && (
            <Text size="sm" dir="auto">
              {reason}
            </Text>
          )}
        </Line.Item>
      ))}
    </Line>
  );
}
