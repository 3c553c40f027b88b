import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Failure } from "./failure.tsx";

/** A button for what cannot be taken back: it asks, and says what will happen. */
export function ConfirmButton({
  label,
  subject,
  question,
  children,
  pending,
  error,
  onConfirm,
}: {
  readonly label: string;
  /** What it is about, for screen readers: the row it stands in. */
  readonly subject: string;
  readonly question: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
}) {
  const [asking, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        onClick={open}
        aria-label={`${label}: ${subject}`}
      >
        {label}
      </Button>
      <Modal opened={asking} onClose={close} title={question}>
        <Stack>
          <Text>{children}</Text>
          <Failure error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button color="red.8" loading={pending} onClick={onConfirm}>
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
