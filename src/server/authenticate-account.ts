import { hasSession } from "./accounts/has-session.ts";
import { mustBeOwnOrigin } from "./accounts/must-be-own-origin.ts";
import { ApiError } from "./api-error.ts";
import type { AccountCaller, SignedIn } from "./caller.ts";
import { keyOf } from "./key-of.ts";
import type { Service } from "./service.ts";

type Asking = Pick<Request, "url" | "headers" | "method">;

/** Tells who is signed in.
 *
 * @throws ApiError `authentication`; `not_allowed` where a page of another site calls */
export async function authenticateAccount(
  { sessions }: Pick<Service, "sessions">,
  request: Asking,
  origin: string,
): Promise<SignedIn> {
  if (!hasSession(request)) {
    throw new ApiError("authentication", "Nobody is signed in.", "Sign in by POST /sign_in.", {
      error: "signed_out",
    });
  }
  mustBeOwnOrigin(request, origin, true);
  const account = await sessions.account(request.headers.get("cookie")!);
  if (account === undefined) {
    throw new ApiError("authentication", "The session has ended.", "Sign in by POST /sign_in.", {
      error: "signed_out",
    });
  }
  return {
    kind: "signed in",
    key: `account ${account.id}`,
    account,
    by: { kind: "account", name: account.email },
  };
}

/** Tells who is signed in, and what they may do in the app that the query names: by `api_key`, or by `app`, its name.
 *
 * @throws ApiError as {@link authenticateAccount} does; `unknown_key`; `not_allowed` where the account has no role in the app, or there is none
 * @throws StoreError `app_not_found` to admins */
export async function authenticateForApp(
  service: Pick<Service, "sessions" | "imports">,
  request: Asking,
  origin: string,
): Promise<AccountCaller> {
  const { account, ...signedIn } = await authenticateAccount(service, request, origin);
  const { control, store } = service.imports;
  const app = new URL(request.url).searchParams.get("app") ?? (await keyOf(control, request)).app;
  const as = { ...signedIn, kind: "account", account, app } as const;
  if (account.admin) {
    await store.app(app);
    return { ...as, role: "admin" };
  }
  const role = Object.hasOwn(account.roles, app) ? account.roles[app] : undefined;
  if (role !== undefined) {
    const uploads = role === "member" && (await store.app(app)).confirm === "uploader";
    return { ...as, role: uploads ? "uploader" : role };
  }
  throw new ApiError(
    "not_allowed",
    "The account has no role in the app.",
    "Ask an admin for one.",
    { error: "no_role" },
  );
}
