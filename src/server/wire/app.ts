import * as z from "zod";
import type { App, ChannelType } from "../../store/index.ts";
import { channelTypeSchema, presentChannelType } from "./channel-type.ts";

const settings = z.object({});

/** An app. `mode` and `confirm` are ours. What this server has no settings for is empty. Source: http-api section 5. */
export const appSchema = z
  .object({
    name: z.string(),
    mode: z.enum(["development", "production"]),
    confirm: z.enum(["operator", "uploader", "automatic"]),
    suspended: z.literal(false),
    disable_auth_checks: z.literal(false),
    disable_permissions_checks: z.literal(false),
    multi_tenant_enabled: z.boolean(),
    permission_version: z.literal("v2"),
    enforce_unique_usernames: z.literal("no"),
    grants: z.record(z.string(), z.array(z.string())),
    policies: settings,
    channel_configs: z.record(z.string(), channelTypeSchema),
    push_notifications: settings,
    file_upload_config: settings,
    image_upload_config: settings,
    webhook_url: z.string(),
    event_hooks: z.array(z.never()),
  })
  .meta({ id: "App" });

/** An app as the API shows it. */
export type AppBody = z.infer<typeof appSchema>;

/** Presents an app. */
export function presentApp(app: App, types: readonly ChannelType[]): object {
  return {
    name: app.name,
    mode: app.mode,
    confirm: app.confirm,
    suspended: false,
    disable_auth_checks: false,
    disable_permissions_checks: false,
    multi_tenant_enabled: app.multiTenant,
    permission_version: "v2",
    enforce_unique_usernames: "no",
    grants: Object.fromEntries(app.roles.map((role) => [role, []])),
    policies: {},
    channel_configs: Object.fromEntries(types.map((type) => [type.name, presentChannelType(type)])),
    push_notifications: {},
    file_upload_config: {},
    image_upload_config: {},
    webhook_url: "",
    event_hooks: [],
  };
}
