export type { Account, AccountRole } from "./account.ts";
export type { AccountChanges, Accounts, AccountTables, NewAccount } from "./accounts.ts";
export type { ApiKey } from "./api-key.ts";
export { type App, type AppSettings, defaultApp, type Role } from "./app.ts";
export {
  type ChannelType,
  type ChannelTypeConfig,
  channelTypeDefaults,
  mostChannelTypes,
} from "./channel-type.ts";
export { checkStore } from "./check-store.ts";
export type {
  Control,
  Heartbeat,
  ImportCounts,
  ImportFacts,
  ImportQuery,
  Lease,
  StateChange,
} from "./control.ts";
export type {
  Actor,
  ImportChange,
  ImportFailure,
  ImportOptions,
  ImportProgress,
  ImportRecord,
  UploadedFile,
} from "./import-record.ts";
export type {
  ChannelDetails,
  ChannelDetailsQuery,
  ChannelRead,
  ChannelUnread,
  ItemMap,
  MessageDetails,
  ReactionGroup,
} from "./details.ts";
export { type ImportState, importStateNames, importStates } from "./import-states.ts";
export { load, type LoadOptions } from "./load.ts";
export type { LoadCompleted, LoadOutcome, LoadStopped } from "./load-items.ts";
export { LoadPace } from "./load-pace.ts";
export type { LoadRequest } from "./load-request.ts";
export type { Checkpoint, LoadProgress, LoadState } from "./load-state.ts";
export { makeFolder } from "./make-folder.ts";
export { mustTakeFile } from "./must-take-file.ts";
export { mustTakeImports } from "./must-take-imports.ts";
export { type Lists, openLists } from "./open-lists.ts";
export { openControl } from "./open-control.ts";
export { openStore, type StoreLocation } from "./open-store.ts";
export { derivedFields } from "./present.ts";
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
  ThreadQuery,
} from "./query.ts";
export type { Counts, Outcome, OutcomeCounts, Reconciliation } from "./reconciliation.ts";
export type { Store } from "./store.ts";
export { StoreError, type StoreErrorCode } from "./store-error.ts";
