import {
  type CheckOptions,
  defaultCheckOptions,
  defaultTextLimit,
  parseTime,
} from "../format/index.ts";
import type { App } from "../store/index.ts";

/** What an app makes of the checks of a file, now. */
export function appCheckOptions({
  roles,
  channelTypes,
  multiTenant,
}: Pick<App, "roles" | "channelTypes" | "multiTenant">): CheckOptions {
  const limits = Object.entries(channelTypes).map(
    ([name, { maxMessageLength }]) => [name, maxMessageLength ?? defaultTextLimit] as const,
  );
  return {
    ...defaultCheckOptions(parseTime(new Date().toISOString())!),
    roles,
    channelTypes: Object.fromEntries(limits),
    multiTenant,
  };
}
