import { Group, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** What refers to an item: links to lists of it. */
export function RelatedLinks({ children }: { readonly children: ReactNode }) {
  return (
    <nav aria-labelledby="related">
      <Title order={2} id="related" mt="lg" mb="xs">
        What refers to it
      </Title>
      <Group gap="sm">{children}</Group>
    </nav>
  );
}
