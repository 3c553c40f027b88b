import * as z from "zod";
import {
  type ChannelType,
  type ChannelTypeConfig,
  channelTypeDefaults,
} from "../../store/index.ts";

const fields = {
  ...Object.fromEntries(
    Object.entries(channelTypeDefaults).map(([name, value]) => [name, shapeOf(value)]),
  ),
  commands: z.array(z.string()),
  grants: z.record(z.string(), z.array(z.string())),
};

/** What can be set of a channel type; null is as if it were left out. */
type Settings = { readonly [K in keyof ChannelTypeConfig]?: ChannelTypeConfig[K] | null };

const settings = z.object(
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, shape.nullish()])),
);

/** What is changed of a channel type; what is left out stays. Source: http-api section 5. */
export const channelTypeInput = settings.meta({
  id: "ChannelTypeInput",
}) as unknown as z.ZodType<Settings>;

/** A channel type to make; what is left out is the default. */
export const newChannelTypeInput = settings
  .extend({ name: z.string() })
  .meta({ id: "NewChannelTypeInput" }) as unknown as z.ZodType<
  Settings & { readonly name: string }
>;

const times = { created_at: z.iso.datetime(), updated_at: z.iso.datetime() };

/** A channel type as it was written: with the names of its commands. */
export const writtenChannelTypeSchema = z
  .object({ name: z.string(), ...fields, ...times })
  .meta({ id: "WrittenChannelType" });

const command = z.object({
  name: z.string(),
  description: z.string(),
  args: z.string(),
  set: z.string(),
});

/** A channel type as it is read. */
export const channelTypeSchema = z
  .object({ name: z.string(), ...fields, commands: z.array(command), ...times })
  .meta({ id: "ChannelType" });

/** Presents a channel type to who wrote it. */
export function presentWrittenChannelType({
  name,
  config,
  createdAt,
  updatedAt,
}: ChannelType): object {
  return { name, ...config, created_at: createdAt, updated_at: updatedAt };
}

/** Presents a channel type. Of commands no more than the name is known. */
export function presentChannelType(type: ChannelType): object {
  const commands = type.config.commands.map((name) => ({
    name,
    description: "",
    args: "",
    set: "",
  }));
  return { ...presentWrittenChannelType(type), commands };
}

function shapeOf(value: ChannelTypeConfig[keyof ChannelTypeConfig]): z.ZodType {
  if (typeof value === "boolean") return z.boolean();
  if (typeof value === "number") return z.int();
  if (typeof value === "string") return z.string();
  return z.array(z.unknown());
}
