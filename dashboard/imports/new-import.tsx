import { Alert, Button, Group, Modal, Progress, Stack, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { StartOptions } from "../../src/client/index.ts";
import type { AppBody } from "../../src/server/index.ts";
import { byteWords } from "../parts/byte-words.ts";
import { durationWords } from "../parts/duration-words.ts";
import { Failure } from "../parts/failure.tsx";
import { CheckResult } from "./check-result.tsx";
import { DropArea } from "./drop-area.tsx";
import { fileTrouble } from "./file-trouble.ts";
import { ImportOptions } from "./import-options.tsx";
import { sampleFile } from "./sample-file.ts";
import { useFileCheck } from "./use-file-check.ts";
import { type UploadProgress, useUpload } from "./use-upload.ts";

/** The dialog that takes a file, asks how it is to be imported, and uploads it; then the page of the import follows.
 *
 * @param corrects the import whose file was corrected: the new one is compared with it */
export function NewImport({
  app,
  corrects,
  onClose,
}: {
  readonly app: AppBody;
  readonly corrects?: string | undefined;
  readonly onClose: () => void;
}) {
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [options, setOptions] = useState<StartOptions>({});
  const upload = useUpload(app.name);
  const take = (file: File) => {
    upload.reset();
    setFile(file);
  };
  const trouble = file && fileTrouble(file);
  const check = useFileCheck(app, trouble === undefined ? file : undefined);
  const start = (file: File) =>
    upload.mutate(
      { file, options },
      {
        onSuccess: ({ id }) =>
          void navigate({
            to: "/apps/$app/imports/$id",
            params: { app: app.name, id },
            search: corrects === undefined ? {} : { against: corrects },
          }),
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title="Import chat data"
      size="lg"
      closeOnClickOutside={!upload.isPending}
      closeOnEscape={!upload.isPending}
      closeButtonProps={{ "aria-label": "Close", disabled: upload.isPending }}
    >
      <Stack>
        <DropArea file={file} onFile={take} />
        {file === undefined && (
          <Button variant="subtle" onClick={() => void sampleFile().then(take)}>
            Try it with sample data
          </Button>
        )}
        {trouble !== undefined && (
          <Alert color="red" role="alert">
            {trouble}
          </Alert>
        )}
        {check && <CheckResult check={check} />}
        {!upload.isPending && <ImportOptions options={options} onChange={setOptions} />}
        {upload.progress && <Sending progress={upload.progress} />}
        <Failure error={upload.error} />
        <Group justify="flex-end">
          {upload.isPending ? (
            <Button variant="default" onClick={upload.cancel}>
              Cancel the upload
            </Button>
          ) : (
            <Button
              disabled={file === undefined || trouble !== undefined}
              onClick={() => file && start(file)}
            >
              Upload and check
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Sending({ progress: { bytes, size, rate } }: { readonly progress: UploadProgress }) {
  return (
    <Stack gap={4}>
      <Progress value={(bytes / size) * 100} size="lg" animated aria-label="Upload" />
      <Text size="sm" c="dimmed">
        {byteWords(bytes)} of {byteWords(size)} · {byteWords(rate)}/s ·{" "}
        {bytes < size ? `${durationWords((size - bytes) / rate)} left` : "nearly there"}
      </Text>
    </Stack>
  );
}
