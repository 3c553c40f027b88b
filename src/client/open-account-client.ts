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

/** Makes the client of who is signed in, by a cookie that the browser keeps. Nothing is sent before a method is called. */
export function openAccountClient(connection: Pick<Connection, "url" | "fetch">) {
  const post = <T>(path: string, body: object = {}) => ask<T>(connection, "POST", path, { body });
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
  };
}
