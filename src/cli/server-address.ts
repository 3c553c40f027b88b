import { UsageError } from "./usage-error.ts";

/** The address of a server as somebody gave it, without a slash at its end.
 *
 * @param source what it was given by, for the message
 * @throws UsageError when it is none */
export function serverAddress(text: string, source: string): string {
  if (/^https?:\/\/[^/]/.test(text) && URL.canParse(text)) return text.replace(/\/+$/, "");
  throw new UsageError(`${source} is no address; give one like https://chat.example.com`);
}
