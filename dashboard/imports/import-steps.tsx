import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isOver } from "../../src/client/index.ts";
import type { ImportTask } from "../../src/server/index.ts";
import { clientOf } from "../api/client-of.ts";
import { importQuery } from "../api/import-query.ts";
import { Failure } from "../parts/failure.tsx";
import { isRunning } from "./is-running.ts";

type Step = "confirm" | "reject" | "cancel" | "pause" | "resume";

/** What can be done about an import in its state; rejecting and cancelling ask back. */
export function ImportSteps({
  app,
  task,
  role,
  mayDecide,
}: {
  readonly app: string;
  readonly task: ImportTask;
  readonly role: "admin" | "operator" | "member";
  /** Whether whoever is signed in may confirm or reject it. */
  readonly mayDecide: boolean;
}) {
  const queryClient = useQueryClient();
  const [asking, { open, close }] = useDisclosure();
  const [reason, setReason] = useState("");
  const step = useMutation({
    mutationFn: (name: Step) => {
      const client = clientOf(app);
      switch (name) {
        case "confirm":
          return client.confirmImport(task.id);
        case "reject":
          return client.rejectImport(task.id, reason);
        case "cancel":
          return client.cancelImport(task.id, reason === "" ? undefined : reason);
        case "pause":
          return client.pauseImport(task.id);
        case "resume":
          return client.resumeImport(task.id);
      }
    },
    onSuccess: (changed) => {
      queryClient.setQueryData(importQuery(app, task.id).queryKey, changed);
      close();
      return queryClient.invalidateQueries({ queryKey: ["imports", app] });
    },
  });
  const waits = task.state === "waiting_confirmation";
  const operator = role !== "member";
  const ending = waits ? "reject" : "cancel";
  const stops = task.paused || task.state === "import_failed";
  // Without a button it would still take the room between buttons.
  if (isOver(task) || (!operator && !(waits && mayDecide))) return null;
  return (
    <Stack gap={0} align="flex-end">
      <Group gap="sm">
        {operator && isRunning(task) && !task.paused && (
          <Button variant="default" loading={step.isPending} onClick={() => step.mutate("pause")}>
            Pause
          </Button>
        )}
        {operator && stops && (
          <Button loading={step.isPending} onClick={() => step.mutate("resume")}>
            Resume
          </Button>
        )}
        {(waits ? mayDecide : operator) && (
          <Button variant="default" onClick={open}>
            {waits ? "Reject" : "Cancel"}
          </Button>
        )}
        {waits && mayDecide && (
          <Button loading={step.isPending} onClick={() => step.mutate("confirm")}>
            Confirm the import
          </Button>
        )}
      </Group>
      {!asking && <Failure error={step.error} />}
      <Modal
        opened={asking}
        onClose={close}
        title={waits ? "Reject this import?" : "Cancel this import?"}
      >
        <Stack>
          <Text>
            {waits
              ? "Nothing of it is written. Whoever uploaded it sees the reason."
              : "Nobody goes on with it. What was written before stays in the app."}
          </Text>
          <Textarea
            label="Reason"
            required={waits}
            maxLength={1000}
            autosize
            minRows={2}
            value={reason}
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
          <Failure error={step.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button
              color="red.8"
              disabled={waits && reason.trim() === ""}
              loading={step.isPending}
              onClick={() => step.mutate(ending)}
            >
              {waits ? "Reject" : "Cancel the import"}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
