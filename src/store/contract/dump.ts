import type { NotFound, Page, PresentedItem } from "../query.ts";
import type { Store } from "../store.ts";
import { sampleItems } from "./sample-items.ts";

/** Everything that queries tell about an app, threads and reactions of the sample, and the counts of all: what two stores must have in common to be equal. */
export async function dump(store: Store, app = "default"): Promise<object> {
  const users = await allPages((paging) => store.users(app, paging));
  const channels = await allPages((paging) => store.channels(app, paging));
  const inChannels = [];
  for (const { cid } of channels) {
    const key = String(cid);
    const members = await allPages((paging) => store.members(app, key, paging));
    const messages = await allPages((paging) => store.messages(app, key, paging));
    inChannels.push({ key, members, messages });
  }
  const threads = [];
  for (const { type, item } of sampleItems) {
    const id = String(item["id"]);
    if (type !== "message" || users.length === 0) continue;
    const replies = await allPages((paging) => store.replies(app, id, paging));
    const reactions = await allPages((paging) => store.reactions(app, id, paging));
    threads.push({ id, replies, reactions });
  }
  return { counts: await store.countItems(app), users, channels, inChannels, threads };
}

/** All items of a list, page by page. */
export async function allPages(
  page: (paging: { limit: number; cursor?: string }) => Promise<Page | NotFound>,
  limit = 300,
): Promise<readonly PresentedItem[]> {
  const items: PresentedItem[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const result = await page(cursor === undefined ? { limit } : { limit, cursor });
    if (result.kind === "not_found") throw new Error(`no ${result.type} ${result.key}`);
    items.push(...result.items);
    cursor = result.next;
  }
  return items;
}
