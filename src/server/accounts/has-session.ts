import { sessionCookie } from "./session-cookie.ts";

/** Whether a request comes with the cookie of a session, be it valid or not. */
export function hasSession({ headers }: Pick<Request, "headers">): boolean {
  const names = (headers.get("cookie") ?? "").split(/; */).map((cookie) => cookie.split("=")[0]!);
  return names.includes(sessionCookie) || names.includes(`__Secure-${sessionCookie}`);
}
