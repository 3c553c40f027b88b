import { Button, Paper, Stack, Text } from "@mantine/core";
import { useRef, useState } from "react";

/** Takes a file that is dropped on it or picked.
 *
 * @param file the one that was taken */
export function DropArea({
  file,
  onFile,
}: {
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
}) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first) onFile(first);
  };
  return (
    <Paper
      withBorder
      p="lg"
      style={{
        borderStyle: "dashed",
        ...(over && { background: "var(--mantine-primary-color-light)" }),
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Stack align="center" gap="xs">
        <Text ta="center" dir="auto" style={{ overflowWrap: "anywhere" }}>
          {file?.name ?? "Drop the import file here"}
        </Text>
        <input
          ref={input}
          type="file"
          aria-label="Import file"
          accept=".json,.jsonl,.ndjson,.gz,.zst"
          hidden
          onChange={({ currentTarget }) => take(currentTarget.files)}
        />
        <Button variant="default" onClick={() => input.current?.click()}>
          {file ? "Choose another file" : "Choose a file"}
        </Button>
        <Text size="sm" c="dimmed">
          .json or .jsonl, plain or as .gz or .zst
        </Text>
      </Stack>
    </Paper>
  );
}
