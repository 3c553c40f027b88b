import type { Field } from "../field.ts";

/** Fields of a reaction item. */
export const reactionFields = [
  {
    name: "message_id",
    kind: "string",
    required: true,
    refersTo: "message",
    upsert: "key",
    meaning: "the message reacted to",
    source: ["historic", "validator", "current"],
  },
  {
    name: "type",
    kind: "string",
    required: true,
    limit: 30,
    pattern: /^[\w\-+:.]*$/,
    upsert: "key",
    meaning: "the reaction, a word of your own",
    source: ["historic", "validator", "current"],
  },
  {
    name: "user_id",
    kind: "string",
    required: true,
    refersTo: "user",
    upsert: "key",
    meaning: "who reacted",
    source: ["historic", "validator", "current"],
  },
  {
    name: "created_at",
    kind: "time",
    required: true,
    upsert: "overwrite",
    meaning: "when",
    source: ["historic", "validator", "current"],
  },
] as const satisfies readonly Field[];
