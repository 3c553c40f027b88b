import { Box, Group, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** A part of a page, under a heading of its own. */
export function Section({
  title,
  about,
  action,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  /** A button beside the heading. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} mb="xl">
      <Group justify="space-between" mb="sm" align="flex-end">
        <Box>
          <Title order={2} id={id}>
            {title}
          </Title>
          {about !== undefined && (
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          )}
        </Box>
        {action}
      </Group>
      {children}
    </Box>
  );
}
