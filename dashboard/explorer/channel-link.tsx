import { TextLink } from "../parts/text-link.tsx";

/** What a channel is called, which leads to it. */
export function ChannelLink({
  app,
  type,
  id,
  title,
}: {
  readonly app: string;
  readonly type: string;
  readonly id: string;
  readonly title: string;
}) {
  return (
    <TextLink inherit to="/apps/$app/explorer/channels/$type/$id" params={{ app, type, id }}>
      <bdi>{title}</bdi>
    </TextLink>
  );
}
