import type { AccountBody } from "../server/index.ts";
import { ask } from "./ask.ts";
import type { Connection } from "./connection.ts";

/** The client of accounts and apps. Each method is a route, and rejects as {@link ask} does. */
export type AccountClient = ReturnType<typeof openAccountClient>;

/** What the first account is made of. */
export interface FirstAccount {
  /** What stands behind `#token=` in the link. */
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** What is set of an app. */
export interface AppSettings {
  readonly mode: "development" | "production";
  readonly confirm: "operator" | "uploader" | "automatic";
  readonly multi_tenant: boolean;
}

/** An app as admins see it. */
export interface AppSummary extends AppSettings {
  readonly name: string;
}

/** An API key, without its secret. */
export interface KeyBody {
  readonly key: string;
  readonly name: string;
  readonly created_at: string;
  readonly revoked_at: string | null;
}

/** A link that works once, within a day. */
export interface AccountLink {
  readonly url: string;
  readonly expires_at: string;
}

/** What an account is made of. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly admin: boolean;
  readonly roles: AccountBody["roles"];
}

/** What is changed of an account. */
export interface AccountChanges {
  readonly name?: string;
  readonly admin?: boolean;
  readonly roles?: Readonly<Record<string, "member" | "operator" | null>>;
}

/** Makes the client of who is signed in, by a cookie that the browser keeps. Nothing is sent before a method is called. */
export function openAccountClient(connection: Pick<Connection, "url" | "fetch">) {
  const post = <T>(path: string, body: object = {}) => ask<T>(connection, "POST", path, { body });
  const path = (...parts: readonly string[]) => `/${parts.map(encodeURIComponent).join("/")}`;
  const send = <T>(method: "PATCH" | "DELETE", path: string, body?: object) =>
    ask<T>(connection, method, path, body && { body });
  type WithAccount = { readonly account: AccountBody };
  return {
    signIn: async (email: string, password: string) =>
      (await post<WithAccount>("/sign_in", { email, password })).account,
    signOut: () => post("/sign_out"),
    /** Makes the first account. */
    setUp: async (first: FirstAccount) => (await post<WithAccount>("/setup", first)).account,
    /** Sets the password of the account that a link is for. */
    resetPassword: async (token: string, password: string) =>
      (await post<WithAccount>("/reset_password", { token, password })).account,
    getAccount: async () => (await ask<WithAccount>(connection, "GET", "/account")).account,
    /** All apps, for admins. */
    listApps: async () =>
      (await ask<{ apps: readonly AppSummary[] }>(connection, "GET", "/apps")).apps,
    createApp: async (name: string, mode: AppSettings["mode"]) =>
      (await post<{ app: AppSummary }>("/apps", { name, mode })).app,
    updateApp: async (name: string, settings: Partial<AppSettings>) =>
      (await send<{ app: AppSummary }>("PATCH", path("apps", name), settings)).app,
    /** Oldest first. */
    listKeys: async (app: string) =>
      (await ask<{ keys: readonly KeyBody[] }>(connection, "GET", path("apps", app, "keys"))).keys,
    /** The secret is told this once. */
    createKey: (app: string, name: string) =>
      post<{ key: KeyBody; secret: string }>(path("apps", app, "keys"), { name }),
    revokeKey: async (app: string, key: string) =>
      (await send<{ key: KeyBody }>("DELETE", path("apps", app, "keys", key))).key,
    /** By e-mail address, for admins. */
    listAccounts: async () =>
      (await ask<{ accounts: readonly AccountBody[] }>(connection, "GET", "/accounts")).accounts,
    /** The link sets its password. */
    createAccount: (account: NewAccount) =>
      post<WithAccount & { link: AccountLink }>("/accounts", account),
    /** A role that is null is taken away. */
    updateAccount: async (id: string, changes: AccountChanges) =>
      (await send<WithAccount>("PATCH", path("accounts", id), changes)).account,
    deleteAccount: (id: string) => send("DELETE", path("accounts", id)),
    createPasswordLink: async (id: string) =>
      (await post<{ link: AccountLink }>(path("accounts", id, "password_link"))).link,
  };
}
