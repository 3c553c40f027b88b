import type { Client, ItemsQuery } from "../client/index.ts";
import { asCid } from "./as-cid.ts";
import { channelConditions } from "./channel-conditions.ts";
import type { AskedFlags } from "./queries.ts";
import { listQuery } from "./query-flags.ts";
import { UsageError } from "./usage-error.ts";

/** Items as the API shows them, with the ids of users in their place. */
export interface ServerPage {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

type Flags = Omit<AskedFlags, "app" | "data">;

/** How a server is asked for what `chatferry query` shows, by the name of the query. */
export const serverQueries: Readonly<
  Record<string, (client: Client, flags: Flags) => Promise<ServerPage>>
> = {
  users: (client, flags) =>
    byOffset(flags, { id: flags.id && { $in: flags.id } }, async (query) => {
      const asked = { ...query, include_deactivated_users: true };
      return (await client.queryUsers(asked)).users;
    }),
  channels: (client, flags) =>
    byOffset(flags, channelConditions(flags), async (query) => {
      const asked = { ...query, state: false, ...(flags.user && { user_id: flags.user }) };
      return (await client.queryChannels(asked)).channels.map(({ channel }) => channel);
    }),
  members: (client, flags) =>
    byOffset(
      flags,
      {},
      async (query) => (await client.queryMembers(...channelOf(flags), query)).members,
    ),
  messages: async (client, flags) => {
    mustLack(flags, "messages", "filter", "sort", "offset");
    const { limit, cursor } = flags;
    const place = cursor === undefined ? { limit } : { limit, id_lt: cursor };
    const messages = await client.queryMessages(...channelOf(flags), place);
    const items = messages.toReversed().map(withUserId);
    return { items, next: nextId(items, limit) };
  },
  replies: async (client, flags) => {
    mustLack(flags, "replies", "filter", "sort", "offset");
    const { limit, cursor } = flags;
    const place = cursor === undefined ? { limit } : { limit, id_gt: cursor };
    const items = (await client.getReplies(flags.message!, place)).map(withUserId);
    return { items, next: nextId(items, limit) };
  },
  reactions: (client, flags) => {
    mustLack(flags, "reactions", "filter", "sort");
    return byOffset(flags, {}, (query) => client.getReactions(flags.message!, query));
  },
  search: async (client, flags) => {
    const { text, channel, filter, sort, limit, offset, cursor } = flags;
    if (text === undefined && filter === undefined) {
      throw new UsageError("there is nothing to search for; give --text or --filter");
    }
    const words = text === undefined ? undefined : { text: { $q: text } };
    const { results, next } = await client.search({
      filter_conditions: channel === undefined ? {} : { cid: asCid(channel) },
      message_filter_conditions: words && filter ? { $and: [words, filter] } : (words ?? filter!),
      limit,
      ...(sort && { sort }),
      ...(offset !== undefined && { offset }),
      ...(cursor !== undefined && { next: cursor }),
    });
    return { items: results.map(({ message }) => withUserId(message)), next: next ?? null };
  },
  devices: async (client, flags) => {
    mustLack(flags, "devices", "filter", "sort", "offset", "cursor");
    if (flags.user === undefined) {
      throw new UsageError("a server shows the devices of one user; give --user");
    }
    const devices = await client.listDevices(flags.user);
    const items = devices.map((device) => ({
      ...device,
      push_provider_type: device.push_provider,
    }));
    return { items: items.slice(0, flags.limit), next: null };
  },
  bans: (client, flags) => {
    mustLack(flags, "bans", "filter", "sort");
    return byOffset(flags, {}, async ({ limit, offset = 0 }) => {
      const bans = await client.queryFutureChannelBans({
        limit: limit!,
        offset,
        ...(flags.user && { user_id: flags.user }),
        ...(flags.target && { target_user_id: flags.target }),
      });
      return bans.map(({ user, banned_by, ...ban }) => ({
        ...ban,
        target_id: user.id,
        created_by: banned_by.id,
      }));
    });
  },
};

/** A page of a list that is gone on with by passing over what was shown: the cursor is how many items that is. */
async function byOffset(
  flags: Flags,
  conditions: Readonly<Record<string, unknown>>,
  ask: (query: ItemsQuery) => Promise<ServerPage["items"]>,
): Promise<ServerPage> {
  const { cursor, limit, sort, offset: given } = flags;
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) {
    throw new UsageError("the cursor is none; give what the page before says");
  }
  const offset = cursor === undefined ? (given ?? 0) : Number(cursor);
  const { filter } = listQuery(flags, conditions);
  const items = await ask({
    limit,
    ...(offset > 0 && { offset }),
    ...(sort && { sort }),
    ...(filter && { filter_conditions: filter }),
  });
  return { items, next: items.length < limit ? null : String(offset + limit) };
}

/** What the API cannot be asked is said, and not passed over. */
function mustLack(flags: Flags, what: string, ...names: readonly (keyof Flags)[]): void {
  const name = names.find((name) => flags[name] !== undefined);
  if (name === undefined) return;
  throw new UsageError(
    `a server takes no --${name} for ${what}; leave it out, or work on its folder by --data`,
  );
}

function channelOf({ channel }: Flags): [type: string, id: string] {
  const [type = "", id] = asCid(channel!).split(/:(.*)/s);
  if (id) return [type, id];
  throw new UsageError("--channel takes type:id, or type:[a b] by its members");
}

function nextId(items: ServerPage["items"], limit: number): string | null {
  return items.length < limit ? null : String(items.at(-1)!["id"]);
}

function withUserId<Message extends { readonly user: { readonly id: string } }>(
  message: Message,
): Omit<Message, "user"> & { readonly user: string } {
  return { ...message, user: message.user.id };
}
