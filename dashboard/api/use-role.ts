import { useRouteContext } from "@tanstack/react-router";

/** What whoever is signed in may do in an app. */
export function useRole(app: string): "admin" | "operator" | "member" {
  const { account } = useRouteContext({ from: "/_signed-in" });
  return account.admin ? "admin" : (account.roles[app] ?? "member");
}
