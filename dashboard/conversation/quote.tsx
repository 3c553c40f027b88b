import { Text } from "@mantine/core";
import type { MessageBody } from "../../src/server/index.ts";
import { userName } from "../explorer/user-name.ts";
import { counted } from "../parts/counted.ts";
import { TextLink } from "../parts/text-link.tsx";
import classes from "./quote.module.css";

/** A message that another one quotes, which leads to it. */
export function Quote({
  message: { id, type, user, text, attachments },
}: {
  readonly message: NonNullable<MessageBody["quoted_message"]>;
}) {
  const said = text === "" ? counted(attachments.length, "attachment") : text;
  return (
    <blockquote className={classes["quote"]}>
      <TextLink to="." search={(old) => ({ ...old, at: id, date: undefined })} size="sm" fw={600}>
        <bdi>{userName(user)}</bdi>
      </TextLink>
      <Text size="sm" dir="auto" lineClamp={2}>
        {type === "deleted" ? "Deleted" : said}
      </Text>
    </blockquote>
  );
}
