import { Container } from "@mantine/core";
import { ButtonLink } from "./button-link.tsx";
import { EmptyState } from "./empty-state.tsx";
import { PageHeader } from "./page-header.tsx";

/** What is shown at an address where there is no page. */
export function NotFoundPage({
  bare = false,
}: {
  /** Whether it stands for itself, without the shell. */
  readonly bare?: boolean;
}) {
  return (
    <Container size="sm" py="xl" component={bare ? "main" : "div"}>
      <PageHeader title="Page not found" />
      <EmptyState
        title="There is no page at this address"
        about="It may have been mistyped, or what it showed is gone."
      >
        <ButtonLink to="/">To the start</ButtonLink>
      </EmptyState>
    </Container>
  );
}
