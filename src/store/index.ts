export { type App, defaultApp } from "./app.ts";
export { load, type LoadOptions } from "./load.ts";
export type { LoadCompleted, LoadOutcome, LoadStopped } from "./load-items.ts";
export type { LoadRequest } from "./load-request.ts";
export type { Checkpoint, LoadProgress, LoadState } from "./load-state.ts";
export { makeFolder } from "./make-folder.ts";
export { mustTakeImports } from "./must-take-imports.ts";
export { openStore, type StoreLocation } from "./open-store.ts";
export type {
  ChannelQuery,
  Filter,
  ListQuery,
  MessageQuery,
  NotFound,
  Page,
  Paging,
  PresentedItem,
  SearchQuery,
  SortField,
} from "./query.ts";
export type { Counts, Outcome, OutcomeCounts, Reconciliation } from "./reconciliation.ts";
export type { Store } from "./store.ts";
export { StoreError, type StoreErrorCode } from "./store-error.ts";
