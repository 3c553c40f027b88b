import { Center, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** What is shown where there is nothing yet: what would be here, and how to begin. */
export function EmptyState({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about: ReactNode;
  /** Buttons and links. */
  readonly children?: ReactNode;
}) {
  return (
    <Paper withBorder p="xl">
      <Center>
        <Stack align="center" gap="xs" maw={520}>
          <Title order={2} ta="center">
            {title}
          </Title>
          <Text c="dimmed" ta="center" component="div">
            {about}
          </Text>
          {children !== undefined && (
            <Group mt="sm" justify="center">
              {children}
            </Group>
          )}
        </Stack>
      </Center>
    </Paper>
  );
}
