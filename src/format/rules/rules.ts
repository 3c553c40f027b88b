import type { ItemTypeName } from "../item-types.ts";
import { knownChannelType, knownRole } from "./app-settings.ts";
import { deletion } from "./deletion.ts";
import { emptyMessage } from "./empty-message.ts";
import { lastRead } from "./last-read.ts";
import { listedMember } from "./listed-member.ts";
import { muteCid } from "./mute-cid.ts";
import { oneIdentity } from "./one-identity.ts";
import { pin } from "./pin.ts";
import type { Rule } from "./rule.ts";
import { textLimit } from "./text-limit.ts";

/** The rules of each item type that a field table cannot say, in the order in which they report. */
export const rules: Readonly<Record<ItemTypeName, readonly Rule[]>> = {
  user: [knownRole, muteCid],
  device: [],
  future_channel_ban: [],
  channel: [oneIdentity("channel"), knownChannelType],
  member: [oneIdentity("member"), listedMember, lastRead],
  message: [oneIdentity("message"), deletion, pin, textLimit, emptyMessage],
  reaction: [],
};
