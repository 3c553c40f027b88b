import type { Field } from "../field.ts";

/** Fields of a device item. */
export const deviceFields = [
  {
    name: "id",
    kind: "string",
    required: true,
    limit: 255,
    label: "deviceID",
    upsert: "key",
    meaning: "the token that the push provider gave the device",
    source: ["validator", "current"],
  },
  {
    name: "user_id",
    kind: "string",
    required: true,
    limit: 255,
    refersTo: "user",
    upsert: "overwrite",
    meaning: "whose device it is",
    source: ["validator", "current"],
  },
  {
    name: "push_provider_type",
    kind: "string",
    required: true,
    values: ["firebase", "huawei", "apn", "xiaomi"],
    upsert: "overwrite",
    meaning: "the push service",
    source: ["validator", "current"],
  },
  {
    name: "push_provider_name",
    kind: "string",
    upsert: "overwrite",
    meaning: "the name of the push configuration in the app",
    source: ["validator", "current"],
  },
  {
    name: "created_at",
    kind: "time",
    default: "import time",
    upsert: "overwrite",
    meaning: "when the device was registered",
    source: ["validator", "current"],
  },
  {
    name: "disabled",
    kind: "boolean",
    upsert: "overwrite",
    meaning: "whether pushes to the device are off",
    source: ["validator"],
  },
  {
    name: "disabled_reason",
    kind: "string",
    upsert: "overwrite",
    meaning: "why they are off",
    source: ["validator"],
  },
] as const satisfies readonly Field[];
