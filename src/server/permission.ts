/** Who may call a route.
 *
 * - `none`: everybody.
 * - `signature`: who has a URL of the route that the server signed, until it expires.
 * - `user`: who has a user token or a server token of an app. The route itself keeps a user to what it may see.
 * - `server`: who has a server token of an app.
 * - `operator`: who may decide about imports of an app; its server tokens may. */
export type Permission = "none" | "signature" | "user" | "server" | "operator";
