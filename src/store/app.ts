/** A tenant: what it holds is seen by nobody else. */
export interface App {
  readonly name: string;
  /** Only apps in development mode take imports. */
  readonly mode: "development" | "production";
  /** Roles that users may have. */
  readonly roles: readonly string[];
  /** Channel types, by name. `maxMessageLength` in code points; null: the format's default holds. */
  readonly channelTypes: Readonly<Record<string, { readonly maxMessageLength: number | null }>>;
}

/** The app that is there from the start, in development mode. */
export const defaultApp = "default";
