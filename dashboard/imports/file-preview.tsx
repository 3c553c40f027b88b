import { Box, Button, Group, Paper, Slider, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { filePart, filePartQuery } from "../api/file-part-query.ts";
import { byteWords } from "../parts/byte-words.ts";
import { Failure } from "../parts/failure.tsx";
import { JsonLine } from "../parts/json-line.tsx";
import { fileLines } from "./file-lines.ts";
import classes from "./file-preview.module.css";

/** The file of an import, of any size: a part of it at a time, of which the lines in sight are on the page.
 *
 * @param at where the part begins, in bytes; the line there is marked */
export function FilePreview({
  app,
  id,
  at,
  onMove,
}: {
  readonly app: string;
  /** Of the import. */
  readonly id: string;
  readonly at: number;
  readonly onMove: (at: number) => void;
}) {
  const { data, error } = useQuery(filePartQuery(app, id, at));
  const lines = useMemo(() => (data ? fileLines(data.bytes, at) : []), [data, at]);
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => 40,
    overscan: 10,
  });
  const size = data?.size;
  const next = at + (data?.bytes.length ?? 0);
  return (
    <Box component="section" aria-label="The file">
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed" role="status">
          {data &&
            `${byteWords(at)} to ${byteWords(next)}${size === undefined ? "" : ` of ${byteWords(size)}`}`}
        </Text>
        <Group gap="sm">
          <Button
            variant="default"
            size="xs"
            disabled={at === 0}
            onClick={() => onMove(Math.max(0, at - filePart))}
          >
            Back
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={!data || data.bytes.length < filePart || next === size}
            onClick={() => onMove(next)}
          >
            Further
          </Button>
        </Group>
      </Group>
      {size !== undefined && size > filePart && (
        <Slider
          mb="md"
          thumbLabel="Position in the file"
          label={byteWords}
          max={size - 1}
          step={Math.max(1, Math.floor(size / 1000))}
          key={at}
          defaultValue={at}
          onChangeEnd={onMove}
        />
      )}
      <Failure error={error} />
      <Paper
        withBorder
        ref={box}
        h="min(70vh, 44rem)"
        tabIndex={0}
        role="region"
        aria-label="Preview of the file"
        className={classes["box"]}
      >
        <div style={{ height: rows.getTotalSize(), position: "relative" }}>
          {rows.getVirtualItems().map(({ key, index, start }) => (
            <div
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className={classes["line"]}
              data-marked={at > 0 && index === 0 ? true : undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              <JsonLine text={lines[index]!.text} />
            </div>
          ))}
        </div>
      </Paper>
    </Box>
  );
}
