/** What the checks of an item need to know beside the item. Plain data, so that it can be handed to a worker thread. */
export interface CheckOptions {
  /** Roles of the app. Default: {@link builtInRoles}. */
  readonly roles: readonly string[];
  /** Channel types of the app and the longest text each takes, in code points. Default: {@link builtInChannelTypes}. */
  readonly channelTypes: Readonly<Record<string, number>>;
  /** The time that counts as now, canonical (see {@link parseTime}). */
  readonly now: string;
  /** Admit `!` in channel ids, as `--lighter-validation-id` of the hosted service's command line did. Default: false. */
  readonly lighterChannelIds: boolean;
  /** The app separates teams, so that a member must share the channel's team. Default: false. */
  readonly multiTenant: boolean;
}

/** The longest text of a message, in code points, where the channel type sets none. Source: the offline validator. */
export const defaultTextLimit = 20_000;

/** Most bytes of custom data in one object, as UTF-8 of its compact JSON. Source: the historic and the current page, 5 KB. */
export const customDataLimit = 5_120;

/** Most bytes of one item in the file. Source: docs/decisions. */
export const itemLimit = 1_048_576;

/** Deepest nesting of one item, its envelope included. Source: docs/decisions. */
export const nestingLimit = 100;

/** Roles that every app has. */
export const builtInRoles = [
  "user",
  "admin",
  "moderator",
  "guest",
  "anonymous",
  "channel_member",
  "channel_moderator",
] as const;

/** Channel types that every app has. */
export const builtInChannelTypes = [
  "messaging",
  "livestream",
  "team",
  "gaming",
  "commerce",
] as const;

/** The options that hold where nothing else is said. */
export function defaultCheckOptions(now: string): CheckOptions {
  return {
    roles: builtInRoles,
    channelTypes: Object.fromEntries(builtInChannelTypes.map((name) => [name, defaultTextLimit])),
    now,
    lighterChannelIds: false,
    multiTenant: false,
  };
}
