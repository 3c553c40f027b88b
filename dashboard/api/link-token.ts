/** The token of the link that was opened. It stands behind `#`, which no server sees. */
export function linkToken(): string {
  return new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
}
