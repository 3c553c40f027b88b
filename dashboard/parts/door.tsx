import { Center, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

/** A page for who is not signed in: one form in the middle. */
export function Door({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}) {
  return (
    <Center mih="100dvh" p="md" component="main">
      <title>{`${title} · Chatferry`}</title>
      <Stack w="100%" maw={420}>
        <Logo />
        <Paper withBorder shadow="sm" p="xl">
          <Title order={1} mb={4}>
            {title}
          </Title>
          <Text c="dimmed" mb="md">
            {about}
          </Text>
          {children}
        </Paper>
      </Stack>
    </Center>
  );
}
