import type { Account, Accounts } from "../../store/index.ts";

/** Somebody who is signed in, and the headers `Set-Cookie` that tell the browser. */
export interface Signed {
  readonly account: Account;
  readonly cookies: readonly string[];
}

/** Who is signed in. `cookie` is the header Cookie of a request. */
export interface Sessions {
  /** Loads the library, so that no request waits for it. */
  readonly load: () => Promise<void>;
  /** Undefined where the session has expired, was ended, or never was. */
  readonly account: (cookie: string) => Promise<Account | undefined>;
  /** The same, and lets the session hold for longer. */
  readonly renew: (cookie: string) => Promise<Signed | undefined>;
  /** Undefined where there is no account of that address, or its password is another: which of the two, neither the answer nor its time tells. */
  readonly signIn: (email: string, password: string) => Promise<Signed | undefined>;
  readonly signOut: (cookie: string) => Promise<readonly string[]>;
  /** Changes the password of who is signed in, and ends their other sessions. Undefined where the present password is another. */
  readonly changePassword: (
    cookie: string,
    present: string,
    next: string,
  ) => Promise<readonly string[] | undefined>;
  /** What is kept of a password. */
  readonly hash: (password: string) => Promise<string>;
}

/** Opens the sessions of accounts. The library for it is loaded when it is first needed, or by `load`: whoever has only keys goes without its 50 MB.
 *
 * @param secret of the server
 * @param origin under which browsers know the server */
export function openSessions(accounts: Accounts, secret: Uint8Array, origin: string): Sessions {
  const make = async () => {
    const { makeBetterAuth } = await import("./better-auth.ts");
    return makeBetterAuth(accounts.tables, secret, origin);
  };
  let loaded: ReturnType<typeof make> | undefined;
  const auth = () => (loaded ??= make());
  const find = async (id: string | undefined) => (id === undefined ? undefined : accounts.find(id));
  return {
    load: async () => void (await auth()),
    async account(cookie) {
      const { api } = await auth();
      const found = await api.getSession({
        headers: new Headers({ cookie }),
        query: { disableRefresh: true },
      });
      return find(found?.user.id);
    },
    async renew(cookie) {
      const { api } = await auth();
      const { response, headers } = await api.getSession({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      });
      const account = await find(response?.user.id);
      return account && { account, cookies: headers.getSetCookie() };
    },
    async signIn(email, password) {
      const { api } = await auth();
      const body = { email, password };
      const found = await orRefused(api.signInEmail({ body, returnHeaders: true }));
      const account = await find(found?.response.user.id);
      return account && { account, cookies: found!.headers.getSetCookie() };
    },
    async signOut(cookie) {
      const { api } = await auth();
      const { headers } = await api.signOut({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    },
    async changePassword(cookie, present, next) {
      const { api } = await auth();
      const changed = await orRefused(
        api.changePassword({
          headers: new Headers({ cookie }),
          body: { currentPassword: present, newPassword: next, revokeOtherSessions: true },
          returnHeaders: true,
        }),
      );
      return changed?.headers.getSetCookie();
    },
    async hash(password) {
      const { password: passwords } = await (await auth()).$context;
      return passwords.hash(password);
    },
  };
}

/** What the library gives, or undefined where it finds the caller at fault; its own failures stay errors. */
async function orRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const status = (error as { readonly statusCode?: number }).statusCode ?? 500;
    if (status >= 500) throw error;
    return undefined;
  }
}
