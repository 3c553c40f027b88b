import type { NotFound, Page } from "../../store/index.ts";
import { channelNotFound } from "./channel-not-found.ts";
import { messageNotFound } from "./message-not-found.ts";
import type { Reading } from "./reading.ts";

/** The page that was found. Throws an `ApiError` where there is no such channel or message. */
export async function pageOf(reading: Reading, found: Page | NotFound): Promise<Page> {
  if (found.kind === "page") return found;
  if (found.type === "channel") throw await channelNotFound(reading, found.key);
  throw messageNotFound(found.key);
}
