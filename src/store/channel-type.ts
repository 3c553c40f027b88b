import { defaultTextLimit } from "../format/index.ts";

/** The configuration of a channel type, and what holds where an app sets nothing. Only `max_message_length` has a meaning here, for the check of imports; the rest is kept for clients that ask. Source: http-api section 5. */
export const channelTypeDefaults: ChannelTypeConfig = {
  typing_events: true,
  read_events: true,
  connect_events: true,
  delivery_events: false,
  custom_events: true,
  search: true,
  reactions: true,
  replies: true,
  quotes: true,
  mutes: true,
  uploads: true,
  url_enrichment: true,
  polls: false,
  reminders: false,
  shared_locations: false,
  count_messages: false,
  mark_messages_pending: false,
  push_notifications: true,
  user_message_reminders: false,
  skip_last_msg_update_for_system_msgs: false,
  max_message_length: defaultTextLimit,
  message_retention: "infinite",
  automod: "disabled",
  automod_behavior: "flag",
  blocklist: "",
  blocklist_behavior: "",
  commands: [],
  permissions: [],
  grants: {},
};

/** The configuration of a channel type. Lengths in code points. */
export interface ChannelTypeConfig {
  readonly typing_events: boolean;
  readonly read_events: boolean;
  readonly connect_events: boolean;
  readonly delivery_events: boolean;
  readonly custom_events: boolean;
  readonly search: boolean;
  readonly reactions: boolean;
  readonly replies: boolean;
  readonly quotes: boolean;
  readonly mutes: boolean;
  readonly uploads: boolean;
  readonly url_enrichment: boolean;
  readonly polls: boolean;
  readonly reminders: boolean;
  readonly shared_locations: boolean;
  readonly count_messages: boolean;
  readonly mark_messages_pending: boolean;
  readonly push_notifications: boolean;
  readonly user_message_reminders: boolean;
  readonly skip_last_msg_update_for_system_msgs: boolean;
  /** 1 to 20,000, the format's limit. */
  readonly max_message_length: number;
  readonly message_retention: string;
  readonly automod: string;
  readonly automod_behavior: string;
  readonly blocklist: string;
  readonly blocklist_behavior: string;
  /** Names of commands. */
  readonly commands: readonly string[];
  readonly permissions: readonly unknown[];
  /** Permissions by role. */
  readonly grants: Readonly<Record<string, readonly string[]>>;
}

/** A channel type of an app. Times are canonical. */
export interface ChannelType {
  readonly name: string;
  readonly config: ChannelTypeConfig;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Most channel types of an app. Source: http-api section 5. */
export const mostChannelTypes = 50;
