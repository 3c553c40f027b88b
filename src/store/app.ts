/** A tenant: what it holds is seen by nobody else. */
export interface App extends AppSettings {
  readonly name: string;
  /** Roles that users may have. */
  readonly roles: readonly string[];
  /** Channel types, by name. `maxMessageLength` in code points; null: the format's default holds. */
  readonly channelTypes: Readonly<Record<string, { readonly maxMessageLength: number | null }>>;
}

/** What can be set on an app. */
export interface AppSettings {
  /** Only apps in development mode take imports. */
  readonly mode: "development" | "production";
  /** Who confirms an import whose file is valid: an operator; also whoever uploaded it; or nobody needs to. Default: operator. */
  readonly confirm: "operator" | "uploader" | "automatic";
  /** Whether teams are kept apart, so that a member must share the channel's team. Default: false. */
  readonly multiTenant: boolean;
}

/** A role that users of an app may have. */
export interface Role {
  readonly name: string;
  /** Canonical time. */
  readonly createdAt: string;
}

/** The app that is there from the start, in development mode. */
export const defaultApp = "default";
