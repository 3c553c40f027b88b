/** Who may call a route.
 *
 * - `none`: everybody.
 * - `signature`: who has a URL of the route that the server signed, until it expires.
 * - `user`: who has a user token, or may call a route of `member`. The route itself keeps a user to what it may see.
 * - `member`: who has a server token of an app, or is signed in and has a role in it.
 * - `uploader`: who may call a route of `operator`; also who is member of an app in which uploaders confirm. The route itself keeps them to what they uploaded.
 * - `operator`: who has a server token of an app, or is signed in and operator of it.
 * - `account`: who is signed in.
 * - `admin`: who is signed in as an admin. Admins are operators of all apps. */
export type Permission =
  | "none"
  | "signature"
  | "user"
  | "member"
  | "uploader"
  | "operator"
  | "account"
  | "admin";
