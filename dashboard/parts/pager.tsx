import { Button, Group, Text } from "@mantine/core";

/** Leads from one page of a list to the next; shows nothing where there is but one. */
export function Pager({
  where,
  onPrevious,
  onNext,
}: {
  /** Which part of the list is shown: `26 to 50`. */
  readonly where: string;
  /** Left out on the first page. */
  readonly onPrevious?: (() => void) | undefined;
  /** Left out on the last page. */
  readonly onNext?: (() => void) | undefined;
}) {
  if (!onPrevious && !onNext) return null;
  return (
    <Group component="nav" aria-label="Pages of the list" justify="flex-end" mt="sm" gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {where}
      </Text>
      <Button variant="default" size="xs" disabled={!onPrevious} onClick={onPrevious}>
        Previous
      </Button>
      <Button variant="default" size="xs" disabled={!onNext} onClick={onNext}>
        Next
      </Button>
    </Group>
  );
}
