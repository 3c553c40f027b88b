import type { Field } from "../field.ts";

/** Fields of a future_channel_ban item. */
export const futureChannelBanFields = [
  {
    name: "created_by",
    kind: "string",
    required: true,
    refersTo: "user",
    upsert: "key",
    meaning: "who bans: the target is banned from channels that this user creates later",
    source: ["current"],
  },
  {
    name: "target_id",
    kind: "string",
    required: true,
    refersTo: "user",
    upsert: "key",
    meaning: "who is banned",
    source: ["current"],
  },
  {
    name: "created_at",
    kind: "time",
    default: "import time",
    upsert: "overwrite",
    meaning: "when the ban was issued",
    source: ["current"],
  },
  {
    name: "shadow",
    kind: "boolean",
    default: "false",
    upsert: "overwrite",
    meaning: "whether the target is left to believe that messages are sent",
    source: ["current"],
  },
  {
    name: "reason",
    kind: "string",
    upsert: "overwrite",
    meaning: "why; the documentation calls it required, its own example omits it",
    source: ["current", "chatferry"],
  },
] as const satisfies readonly Field[];
