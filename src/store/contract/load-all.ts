import type { CheckedItem, ItemTypeName } from "../../format/index.ts";
import type { LoadRequest } from "../load-request.ts";
import type { Reconciliation } from "../reconciliation.ts";
import type { Store } from "../store.ts";

/** Requests the load of some items, in upsert mode with merged custom data into the app `default` unless `differing` says otherwise. */
export function requestFor(
  items: readonly CheckedItem[],
  differing: Partial<LoadRequest> = {},
): LoadRequest {
  const inFile: Partial<Record<ItemTypeName, number>> = {};
  for (const { type } of items) inFile[type] = (inFile[type] ?? 0) + 1;
  return {
    app: "default",
    fileName: "items.json",
    fingerprint: "f1",
    size: 1_000,
    mode: "upsert",
    mergeCustom: true,
    inFile,
    ...differing,
  };
}

/** Loads items in one transaction and gives the account. */
export async function loadAll(
  store: Store,
  items: readonly CheckedItem[],
  differing: Partial<LoadRequest> = {},
): Promise<Reconciliation> {
  const load = await store.beginLoad(requestFor(items, differing));
  const next = { index: items.length, offset: items.length };
  return store.finishLoad(await store.writeItems(load, items, next));
}
