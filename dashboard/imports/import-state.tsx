import { Badge } from "@mantine/core";
import type { ImportTask } from "../../src/server/index.ts";
import { meaningOf, stateWords } from "./state-words.ts";

/** The state of an import, as a badge. */
export function ImportState({ task }: { readonly task: Pick<ImportTask, "state" | "paused"> }) {
  const { label, color } = stateWords[task.state];
  return (
    <Badge
      color={color}
      variant="light"
      title={meaningOf(task)}
      tt="none"
      size="lg"
      radius="sm"
      miw="max-content"
    >
      {task.paused ? `${label}, paused` : label}
    </Badge>
  );
}
