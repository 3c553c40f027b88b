import { Paper, Text } from "@mantine/core";
import { DataTree } from "../explorer/data-tree.tsx";
import classes from "./attachment.module.css";
import { webUrl } from "./web-url.ts";

/** What is shown of an attachment by itself. */
const shown = new Set(["type", "title", "text", "fallback"]);

/** An attachment of a message. Pictures, films and sounds that lie on this server are shown and played; nothing is loaded from elsewhere: there, and for kinds of somebody's own, it is a card with what is known of it, and a link. */
export function Attachment({
  attachment,
}: {
  readonly attachment: Readonly<Record<string, unknown>>;
}) {
  const { type, title, fallback, text } = attachment;
  const label = [title, fallback, type].find(isName) ?? "attachment";
  const image = webUrl(attachment["image_url"] ?? attachment["thumb_url"]);
  const asset = webUrl(attachment["asset_url"]);
  const isOwn = (url: URL | undefined) => url?.origin === location.origin;
  if (type === "image" && image && isOwn(image)) {
    return (
      <a href={image.href} target="_blank" rel="noopener noreferrer">
        <img className={classes["image"]} src={image.href} alt={label} loading="lazy" />
      </a>
    );
  }
  if (type === "video" && asset && isOwn(asset)) {
    return (
      <video
        className={classes["image"]}
        src={asset.href}
        controls
        preload="none"
        aria-label={label}
      />
    );
  }
  if (type === "audio" && asset && isOwn(asset)) {
    return <audio src={asset.href} controls preload="none" aria-label={label} />;
  }
  const url = asset ?? image ?? webUrl(attachment["title_link"] ?? attachment["og_scrape_url"]);
  const rest = Object.entries(attachment).filter(([field]) => !shown.has(field));
  return (
    <Paper withBorder p="xs" className={classes["card"]}>
      <Text size="xs" c="dimmed">
        <bdi>{isName(type) ? type : "attachment"}</bdi>
      </Text>
      <Text size="sm" fw={600} dir="auto" lineClamp={2}>
        {label}
      </Text>
      {isName(text) && (
        <Text size="sm" dir="auto" lineClamp={3}>
          {text}
        </Text>
      )}
      {url && (
        <a className={classes["link"]} href={url.href} target="_blank" rel="noopener noreferrer">
          Open at {url.host}
        </a>
      )}
      {rest.length > 0 && (
        <details className={classes["more"]}>
          <summary>All of it</summary>
          <DataTree entries={rest} />
        </details>
      )}
    </Paper>
  );
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
