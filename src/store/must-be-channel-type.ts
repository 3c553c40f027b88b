import { type ChannelTypeConfig, channelTypeDefaults } from "./channel-type.ts";
import { StoreError } from "./store-error.ts";

/** Most bytes of a channel type's configuration, as JSON. */
const most = 65_536;

/** Throws a {@link StoreError} `invalid_channel_type` unless the name is one (1 to 64 letters, digits, `_` and `-`) and the configuration has only known fields, each of its kind. */
export function mustBeChannelType(name: string, config: Partial<ChannelTypeConfig>): void {
  if (!/^[\w-]{1,64}$/.test(name)) {
    throw invalid(
      `"${name.slice(0, 64)}" is no name of a channel type`,
      "Use up to 64 letters, digits, _ and -.",
    );
  }
  for (const [field, value] of Object.entries(config)) {
    const expected: unknown = Object.hasOwn(channelTypeDefaults, field)
      ? channelTypeDefaults[field as keyof ChannelTypeConfig]
      : undefined;
    if (expected === undefined) {
      const known = Object.keys(channelTypeDefaults).join(", ");
      throw invalid(`a channel type has no field "${field.slice(0, 64)}"`, `Use one of ${known}.`);
    }
    if (kindOf(value) !== kindOf(expected)) {
      throw invalid(
        `${field} of the channel type "${name}" must be a ${kindOf(expected)}`,
        `Give a ${kindOf(expected)}, or leave it out.`,
      );
    }
  }
  const length = config.max_message_length;
  if (
    length !== undefined &&
    !(Number.isInteger(length) && length >= 1 && length <= channelTypeDefaults.max_message_length)
  ) {
    throw invalid(
      `max_message_length of the channel type "${name}" must be a whole number from 1 to ${channelTypeDefaults.max_message_length}`,
      "Give one, or leave it out.",
    );
  }
  if (Buffer.byteLength(JSON.stringify(config)) > most) {
    throw invalid(
      `the configuration of the channel type "${name}" takes more than ${most} bytes`,
      "Shorten it.",
    );
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  return typeof value === "object" ? (value === null ? "null" : "object") : typeof value;
}

function invalid(what: string, fix: string): StoreError {
  return new StoreError("invalid_channel_type", `This cannot be: ${what}.`, fix);
}
