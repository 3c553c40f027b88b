import { Button, Container, Group } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ApiError, ConnectionError } from "../../src/client/index.ts";
import { ButtonLink } from "./button-link.tsx";
import { Failure } from "./failure.tsx";
import { PageHeader } from "./page-header.tsx";

/** What is shown instead of a page that could not be loaded: why, and the ways on. */
export function ErrorPage({
  error,
  bare = false,
}: Pick<ErrorComponentProps, "error"> & {
  /** Whether it stands for itself, without the shell. */
  readonly bare?: boolean;
}) {
  const router = useRouter();
  return (
    <Container size="sm" py="xl" component={bare ? "main" : "div"}>
      <PageHeader title={titleOf(error)} />
      <Failure error={error} />
      <Group>
        <Button onClick={() => void router.invalidate()}>Try again</Button>
        <ButtonLink to="/" variant="default">
          To the start
        </ButtonLink>
      </Group>
    </Container>
  );
}

function titleOf(error: unknown): string {
  if (error instanceof ConnectionError) return "The server is away";
  if (error instanceof ApiError && error.status === 403) return "You may not see this";
  if (error instanceof ApiError && error.status === 404) return "This is not here";
  return "Something went wrong";
}
