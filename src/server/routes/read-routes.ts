import type { Route } from "../route.ts";
import { channelTypeRoutes } from "./channel-types.ts";
import { getAppRoute } from "./get-app.ts";
import { getMessageRoute } from "./get-message.ts";
import { getMessagesRoute } from "./get-messages.ts";
import { getReactionsRoute } from "./get-reactions.ts";
import { getRepliesRoute } from "./get-replies.ts";
import { getUnreadBatchRoute } from "./get-unread-batch.ts";
import { getUnreadRoute } from "./get-unread.ts";
import { listDevicesRoute } from "./list-devices.ts";
import { listRolesRoute } from "./list-roles.ts";
import { queryBannedUsersRoute } from "./query-banned-users.ts";
import { queryChannelRoute, queryDistinctChannelRoute } from "./query-channel.ts";
import { queryChannelsRoute } from "./query-channels.ts";
import { queryDevicesRoute } from "./query-devices.ts";
import { queryFutureChannelBansRoute } from "./query-future-channel-bans.ts";
import { queryMembersRoute } from "./query-members.ts";
import { queryThreadsRoute } from "./query-threads.ts";
import { queryUsersRoute } from "./query-users.ts";
import { searchMessagesRoute } from "./search-messages.ts";

/** The routes that read what is in an app, and those of its channel types. */
export const readRoutes: readonly Route[] = [
  getAppRoute,
  listRolesRoute,
  ...channelTypeRoutes,
  queryUsersRoute,
  getUnreadRoute,
  getUnreadBatchRoute,
  listDevicesRoute,
  queryDevicesRoute,
  queryBannedUsersRoute,
  queryFutureChannelBansRoute,
  queryChannelsRoute,
  queryChannelRoute,
  queryDistinctChannelRoute,
  queryMembersRoute,
  getMessageRoute,
  getMessagesRoute,
  getRepliesRoute,
  getReactionsRoute,
  searchMessagesRoute,
  queryThreadsRoute,
];
