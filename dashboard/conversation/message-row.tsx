import { Text } from "@mantine/core";
import type { MessageBody } from "../../src/server/index.ts";
import { UserLink } from "../explorer/user-link.tsx";
import { Face } from "./face.tsx";
import { MessageContent } from "./message-content.tsx";
import { MessageFoot } from "./message-foot.tsx";
import { MessageMarks } from "./message-marks.tsx";
import { MessageTime } from "./message-time.tsx";
import { TextLink } from "../parts/text-link.tsx";
import classes from "./message-row.module.css";

/** Messages of one author are shown as one where no more lies between them, in milliseconds. */
const apart = 5 * 60_000;

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "full" });

/** A message in a conversation: the day above the first one of it, the author above the first of several. */
export function MessageRow({
  app,
  message,
  before,
  isMarked = false,
  isInThread = false,
  readers = [],
}: {
  readonly app: string;
  readonly message: MessageBody;
  /** The message before it. */
  readonly before: MessageBody | undefined;
  /** Whether the address names it. */
  readonly isMarked?: boolean;
  /** Whether it stands in its thread, to which no link is needed then. */
  readonly isInThread?: boolean;
  /** Names of those who have read up to here. */
  readonly readers?: readonly string[] | undefined;
}) {
  const { id, user, created_at, type } = message;
  const date = day.format(new Date(created_at));
  const isNewDay = !before || day.format(new Date(before.created_at)) !== date;
  const isFirst = isNewDay || !goesOn(before, message);
  return (
    <>
      {isNewDay && (
        <div className={classes["day"]} role="separator" aria-label={date}>
          <span>{date}</span>
        </div>
      )}
      <article
        className={classes["row"]}
        data-type={type}
        data-first={isFirst}
        data-marked={isMarked}
        aria-current={isMarked}
      >
        {type === "system" ? <span /> : isFirst ? <Face user={user} /> : <span />}
        <div className={classes["body"]}>
          {isFirst && type !== "system" && (
            <Text component="h2" size="sm" fw={600} m={0}>
              <UserLink app={app} user={user} />
            </Text>
          )}
          <MessageMarks message={message} isInThread={isInThread} />
          <MessageContent message={message} />
          <MessageFoot message={message} isInThread={isInThread} />
        </div>
        <div className={classes["time"]}>
          <MessageTime id={id} at={created_at} />
          <TextLink
            className={classes["fields"]}
            to="/apps/$app/explorer/messages/$id"
            params={{ app, id }}
            size="xs"
            c="dimmed"
          >
            Fields
          </TextLink>
        </div>
      </article>
      {readers.length > 0 && (
        <p className={classes["readers"]} title={readers.join(", ")}>
          Read by <bdi>{readers.slice(0, 3).join(", ")}</bdi>
          {readers.length > 3 && ` and ${readers.length - 3} more`}
        </p>
      )}
    </>
  );
}

function goesOn(before: MessageBody, { user, created_at, type }: MessageBody): boolean {
  if (before.user.id !== user.id || before.type === "system" || type === "system") return false;
  return Date.parse(created_at) - Date.parse(before.created_at) < apart;
}
