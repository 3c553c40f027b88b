import { Group, Progress, Stack, Text } from "@mantine/core";
import type { ImportTask } from "../../src/server/index.ts";
import { durationWords } from "../parts/duration-words.ts";
import { numberWords } from "../parts/number-words.ts";
import { isRunning } from "./is-running.ts";

const phases = {
  unpacking: "Unpacking",
  reading: "Reading",
  reporting: "Writing the report",
  loading: "Loading",
};

/** How far an import is: phase, share, items a second, and how long it takes still. Nothing where no worker is on it. */
export function ImportProgress({ task }: { readonly task: ImportTask }) {
  const { progress } = task;
  if (!isRunning(task)) return null;
  if (progress === null) {
    return (
      <Text size="sm" c="dimmed">
        {task.paused ? "Paused" : "Waits for a worker"}
      </Text>
    );
  }
  const { phase, bytes, size, items, rate, eta } = progress;
  const percent = size > 0 ? Math.min(100, Math.floor((bytes / size) * 100)) : 0;
  return (
    <Stack gap={4} miw={160}>
      <Progress
        value={percent}
        size="md"
        animated={!task.paused}
        aria-label={`${phases[phase]}: ${task.file_name}`}
      />
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {[
            `${phases[phase]} ${percent} %`,
            `${numberWords(items)} items`,
            rate !== null && `${numberWords(Math.round(rate))}/s`,
            eta !== null && `${durationWords(eta)} left`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </Group>
    </Stack>
  );
}
