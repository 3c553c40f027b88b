import { Text } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import type { ChannelStateBody, UserBody } from "../../src/server/index.ts";
import { ChannelLink } from "./channel-link.tsx";
import { TextLink } from "../parts/text-link.tsx";
import { Time } from "../parts/time.tsx";
import { channelTitle } from "./channel-title.ts";
import { DataTree } from "./data-tree.tsx";
import type { FieldView } from "./item-views.ts";
import { UserLink } from "./user-link.tsx";

/** The value of a field; what it refers to is a link. */
export function FieldValue({
  app,
  value,
  view,
}: {
  readonly app: string;
  readonly value: unknown;
  readonly view: FieldView;
}) {
  switch (view) {
    case "time":
      return <Time at={value as string} />;
    case "user":
      return <UserLink app={app} user={asUser(value)} />;
    case "users":
      return listed(
        (value as readonly unknown[]).map((user) => <UserLink app={app} user={asUser(user)} />),
      );
    case "targets":
      return listed(
        (value as NonNullable<UserBody["mutes"]>).map(({ target }) => (
          <UserLink app={app} user={target} />
        )),
      );
    case "channel": {
      const channel = value as ChannelStateBody["channel"];
      return <ChannelLink app={app} {...channel} title={channelTitle(channel)} />;
    }
    case "channels":
      return listed(
        (value as NonNullable<UserBody["channel_mutes"]>).map(({ channel }) => (
          <ChannelLink app={app} {...channel} title={channel.cid} />
        )),
      );
    case "message":
      return (
        <TextLink
          inherit
          to="/apps/$app/explorer/messages/$id"
          params={{ app, id: value as string }}
        >
          {value as string}
        </TextLink>
      );
    case "plain":
    case "elsewhere":
      return <Plain value={value} />;
  }
}

function listed(links: readonly ReactNode[]): ReactNode {
  return links.map((link, n) => (
    <Fragment key={n}>
      {n > 0 && ", "}
      {link}
    </Fragment>
  ));
}

function Plain({ value }: { readonly value: unknown }) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) {
    return value.join(", ");
  }
  if (typeof value === "object" && value !== null)
    return <DataTree entries={Object.entries(value)} />;
  return (
    <Text span inherit dir="auto" display="block" style={{ whiteSpace: "pre-wrap" }}>
      {String(value)}
    </Text>
  );
}

/** A user stands whole in some places, in others by its id. */
function asUser(value: unknown): Pick<UserBody, "id"> {
  return typeof value === "string" ? { id: value } : (value as UserBody);
}
