import { Alert, Box, Button, CopyButton, Stack, Text } from "@mantine/core";

/** Shows what is shown this once, to be copied: each under its name. */
export function ShownOnce({
  title,
  values,
}: {
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
}) {
  return (
    <Alert color="yellow" title={title} role="status" my="md">
      <Stack gap="sm">
        {Object.entries(values).map(([name, value]) => (
          <Box key={name}>
            <Text size="sm">{name}</Text>
            <Text component="code" ff="monospace" style={{ overflowWrap: "anywhere" }}>
              {value}
            </Text>
            <CopyButton value={value}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  size="compact-xs"
                  ms="sm"
                  onClick={copy}
                  aria-label={`Copy: ${name}`}
                >
                  {copied ? "Copied" : "Copy"}
                </Button>
              )}
            </CopyButton>
          </Box>
        ))}
      </Stack>
    </Alert>
  );
}
