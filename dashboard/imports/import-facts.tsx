import type { ImportTask } from "../../src/server/index.ts";
import { byteWords } from "../parts/byte-words.ts";
import { Facts } from "../parts/facts.tsx";
import { Time } from "../parts/time.tsx";

/** What is known of an import beside its state. */
export function ImportFacts({ task }: { readonly task: ImportTask }) {
  return (
    <Facts
      facts={{
        "Uploaded by": <bdi>{task.uploaded_by.name}</bdi>,
        Uploaded: <Time at={task.created_at} />,
        Size: byteWords(task.size),
        "What the app has": task.mode === "upsert" ? "is updated" : "is kept",
        "Custom data": task.merge_custom ? "is merged" : "is replaced",
        "Items may refer to":
          task.references === "file" ? "the file alone" : "the file and the app",
        "SHA-256": task.sha256 && <code>{task.sha256.slice(0, 16)}…</code>,
      }}
    />
  );
}
