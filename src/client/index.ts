export { ApiError } from "./api-error.ts";
export type { Connection } from "./connection.ts";
export { ConnectionError } from "./connection-error.ts";
export {
  type AccountChanges,
  type AccountClient,
  type AccountLink,
  type AppSettings,
  type KeyBody,
  type NewAccount,
  openAccountClient,
} from "./open-account-client.ts";
export { isOver } from "./is-over.ts";
export {
  type ChannelTypeSettings,
  type Client,
  type FilePart,
  type ImportsQuery,
  type IssuesPage,
  type IssuesQuery,
  type ItemsQuery,
  type MessageSearch,
  type MessagesQuery,
  openClient,
  type StartOptions,
  type UploadPlace,
} from "./open-client.ts";
export type { PutOptions, ReceivedFile } from "./put-file.ts";
export type { BrokenUpload, SendOptions, UploadSource } from "./send-upload.ts";
