import { Alert, Text } from "@mantine/core";
import { ApiError, ConnectionError } from "../../src/client/index.ts";

/** Says what went wrong, and what to do about it; read aloud as it comes. Shows nothing where nothing did. */
export function Failure({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const { message, fix } = wordsOf(error);
  return (
    <Alert color="red" role="alert" title={message} my="md">
      {fix !== undefined && <Text size="sm">{fix}</Text>}
    </Alert>
  );
}

function wordsOf(error: unknown): { message: string; fix?: string } {
  if (error instanceof ConnectionError) {
    return {
      message: "The server does not answer.",
      fix: "Look at your connection, and whether the server runs. Then try again.",
    };
  }
  if (error instanceof ApiError) return error;
  return { message: error instanceof Error ? error.message : String(error) };
}
