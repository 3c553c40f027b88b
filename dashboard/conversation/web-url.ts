/** The address that a text is, where it is one of the web; a link to anything else could run what somebody sent. */
export function webUrl(text: unknown): URL | undefined {
  const url = typeof text === "string" ? URL.parse(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}
