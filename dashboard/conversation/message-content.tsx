import { Text } from "@mantine/core";
import type { MessageBody } from "../../src/server/index.ts";
import { Attachment } from "./attachment.tsx";
import classes from "./message-content.module.css";
import { MessageText } from "./message-text.tsx";
import { Quote } from "./quote.tsx";

/** What a message says: the message it quotes, its text, its attachments. Of a deleted one that it is so, and the rest on demand. */
export function MessageContent({ message }: { readonly message: MessageBody }) {
  const { type, text, attachments, quoted_message, deleted_at } = message;
  const content = (
    <>
      {quoted_message && <Quote message={quoted_message} />}
      {text !== "" && <MessageText text={text} />}
      {attachments.length > 0 && (
        <div className={classes["attachments"]}>
          {attachments.map((attachment, n) => (
            <Attachment key={n} attachment={attachment} />
          ))}
        </div>
      )}
    </>
  );
  if (type !== "deleted") return content;
  const isEmpty = text === "" && attachments.length === 0;
  const title = `Deleted${deleted_at === undefined ? "" : ` at ${deleted_at}`}`;
  return isEmpty ? (
    <Text fs="italic" c="dimmed" size="sm" title={title}>
      Deleted
    </Text>
  ) : (
    <details className={classes["deleted"]}>
      <summary title={title}>Deleted</summary>
      {content}
    </details>
  );
}
