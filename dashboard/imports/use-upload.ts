import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { StartOptions } from "../../src/client/index.ts";
import { clientOf } from "../api/client-of.ts";
import { sizeTrouble } from "./file-trouble.ts";
import { sendFile } from "./send-file.ts";

/** How far an upload is. */
export interface UploadProgress {
  readonly bytes: number;
  readonly size: number;
  /** Bytes a second. */
  readonly rate: number;
}

/** Uploads a file to an app and asks for its import. */
export function useUpload(app: string) {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<UploadProgress>();
  const sending = useRef<AbortController>(undefined);
  const upload = useMutation({
    mutationFn: async ({ file, options }: { file: File; options: StartOptions }) => {
      sending.current = new AbortController();
      const client = clientOf(app);
      const place = await client.createUpload(file.name);
      const trouble = sizeTrouble(file, place.upload_url);
      if (trouble !== undefined) throw new Error(trouble);
      const began = performance.now();
      await sendFile(place.upload_url, file, {
        signal: sending.current.signal,
        onProgress: (bytes) => {
          const seconds = (performance.now() - began) / 1000;
          setProgress({ bytes, size: file.size, rate: bytes / Math.max(seconds, 0.001) });
        },
      });
      return client.startImport(place, options);
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["imports", app] }),
    onSettled: () => setProgress(undefined),
  });
  return {
    ...upload,
    progress,
    cancel: () =>
      sending.current?.abort(new Error("The upload was cancelled. Nothing was imported.")),
  };
}
