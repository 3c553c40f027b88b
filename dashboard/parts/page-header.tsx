import { Box, Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** What stands at the top of a page: its title, which is that of the browser's tab too, a line about it, and what can be done. */
export function PageHeader({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  /** Buttons. */
  readonly children?: ReactNode;
}) {
  return (
    <Group justify="space-between" align="flex-start" mb="lg" gap="md">
      <title>{`${title} · Chatferry`}</title>
      <Box miw={0}>
        <Title order={1} dir="auto" style={{ overflowWrap: "anywhere" }}>
          {title}
        </Title>
        {about !== undefined && (
          <Text component="div" c="dimmed" mt={4}>
            {about}
          </Text>
        )}
      </Box>
      {children !== undefined && <Group gap="sm">{children}</Group>}
    </Group>
  );
}
