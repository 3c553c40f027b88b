import type {
  AppBody,
  ChannelStateBody,
  DeviceBody,
  FutureChannelBanBody,
  ImportTask,
  IssueBody,
  MemberBody,
  MessageBody,
  MessageInChannelBody,
  ReactionBody,
  UserBody,
} from "../server/index.ts";
import type { Filter, SortField } from "../store/index.ts";
import { ask } from "./ask.ts";
import { call, type CallInput } from "./call.ts";
import type { Connection } from "./connection.ts";
import { putFile, type PutOptions } from "./put-file.ts";
import { type SendOptions, sendUpload, type UploadSource } from "./send-upload.ts";
import { watchImport } from "./watch-import.ts";

/** A place for a file. */
export interface UploadPlace {
  /** The id of the import that it is the file of. */
  readonly id: string;
  /** What {@link Client.startImport} takes. */
  readonly path: string;
  readonly upload_url: string;
  readonly expires_at: string;
}

/** How a file is to be imported; what is left out is as the server has it. */
export type StartOptions = Partial<
  Pick<ImportTask, "mode" | "merge_custom" | "references" | "throttle">
>;

/** Which imports are asked for. */
export interface ImportsQuery {
  readonly state?: readonly ImportTask["state"][];
  /** 1 to 100. Default: 25. */
  readonly limit?: number;
  readonly offset?: number;
}

/** Which issues of an import are asked for. */
export interface IssuesQuery {
  readonly code?: string;
  /** Of the items. */
  readonly type?: string;
  /** 1 to 1000. Default: 100. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** A page of issues; `next` is null on the last. */
export interface IssuesPage {
  readonly issues: readonly IssueBody[];
  readonly next: string | null;
}

/** A part of the file of an import. */
export interface FilePart {
  readonly bytes: Uint8Array;
  /** Bytes of the whole file. */
  readonly size?: number;
}

/** What may be set of a channel type, of what checks of import files look at. */
export interface ChannelTypeSettings {
  /** In code points. */
  readonly max_message_length?: number;
}

/** What lists of what is in the app take, see docs/queries.md. */
export interface ItemsQuery {
  readonly filter_conditions?: Filter;
  readonly sort?: readonly SortField[];
  readonly limit?: number;
  readonly offset?: number;
  /** `next` of the page before. */
  readonly next?: string;
  /** Whose view it is. */
  readonly user_id?: string;
}

/** Which channels are asked for, and how much of each. */
export interface ChannelsQuery extends ItemsQuery {
  /** Whether they come with what is in them. Default: true. */
  readonly state?: boolean;
  readonly message_limit?: number;
  readonly member_limit?: number;
}

/** Where messages of a channel are read from; with no place, the newest. */
export interface MessagesQuery {
  readonly limit?: number;
  readonly id_lt?: string;
  readonly id_gt?: string;
  readonly id_around?: string;
  /** Half a page before and half a page after a time. */
  readonly created_at_around?: string;
}

/** What {@link Client.search} takes: words of the text, or a filter of messages. */
export type MessageSearch = Omit<ItemsQuery, "filter_conditions"> & {
  /** Of the channels. */
  readonly filter_conditions: Filter;
} & ({ readonly query: string } | { readonly message_filter_conditions: Filter });

/** The client of the API. Each method is a route, and rejects as {@link call} does. */
export type Client = ReturnType<typeof openClient>;

/** Makes the client of a connection. Nothing is sent before a method is called. */
export function openClient(connection: Connection) {
  const get = <T>(path: string, query: CallInput["query"] = {}) =>
    ask<T>(connection, "GET", path, { query });
  const post = <T>(path: string, body: object = {}) => ask<T>(connection, "POST", path, { body });
  const list = <T>(path: string, payload: object) =>
    get<T>(path, { payload: JSON.stringify(payload) });
  const step = async (id: string, name: string, body?: object): Promise<ImportTask> => {
    const path = `${importPath(id)}/${name}`;
    return (await post<{ import_task: ImportTask }>(path, body)).import_task;
  };
  return {
    /** Whether the server answers at all, and what time it has, in whole seconds: milliseconds since 1970. */
    getHealth: async () => {
      const { headers } = await call(connection, "GET", "/healthz");
      return { time: Date.parse(headers.get("date") ?? "") };
    },
    /** A place for a file of this name. */
    createUpload: (filename: string) => post<UploadPlace>("/import_urls", { filename }),
    /** Sends the file to its place. */
    putFile: (
      { upload_url }: Pick<UploadPlace, "upload_url">,
      file: Parameters<typeof putFile>[2],
      options: PutOptions,
    ) => putFile(connection, upload_url, file, options),
    /** Sends the file to its place in as many tries as it takes. */
    sendUpload: (
      { upload_url }: Pick<UploadPlace, "upload_url">,
      file: UploadSource,
      options?: SendOptions,
    ) => sendUpload(connection, upload_url, file, options),
    /** Asks for the import of a file that is in its place. */
    startImport: async ({ path }: Pick<UploadPlace, "path">, options: StartOptions = {}) =>
      (await post<{ import_task: ImportTask }>("/imports", { path, ...options })).import_task,
    getImport: async (id: string) =>
      (await get<{ import_task: ImportTask }>(importPath(id))).import_task,
    /** Newest first. */
    listImports: async ({ state, ...query }: ImportsQuery = {}) => {
      const asked = { ...query, state: state?.join(",") };
      return (await get<{ import_tasks: readonly ImportTask[] }>("/imports", asked)).import_tasks;
    },
    watchImport: (id: string, signal?: AbortSignal) => watchImport(connection, id, signal),
    confirmImport: (id: string) => step(id, "confirm"),
    rejectImport: (id: string, reason: string) => step(id, "reject", { reason }),
    cancelImport: (id: string, reason?: string) =>
      step(id, "cancel", reason === undefined ? {} : { reason }),
    pauseImport: (id: string) => step(id, "pause"),
    resumeImport: (id: string) => step(id, "resume"),
    /** In the order of the file. */
    listIssues: (id: string, query: IssuesQuery = {}) =>
      get<IssuesPage>(`${importPath(id)}/issues`, { ...query }),
    /** Every issue, as a file. */
    getReport: async (id: string, format: "jsonl" | "csv") => {
      const path = `${importPath(id)}/report`;
      return (await call(connection, "GET", path, { query: { format } })).body!;
    },
    /** A part of the file, decompressed; `size` is that of all of it, where it is known. */
    getPreview: async (id: string, offset: number, length: number): Promise<FilePart> => {
      const headers = { Range: `bytes=${offset}-${offset + length - 1}` };
      const answer = await call(connection, "GET", `${importPath(id)}/preview`, { headers });
      const size = /\/(\d+)$/.exec(answer.headers.get("content-range") ?? "")?.[1];
      return {
        bytes: new Uint8Array(await answer.arrayBuffer()),
        ...(size !== undefined && { size: Number(size) }),
      };
    },
    createChannelType: (name: string, settings: ChannelTypeSettings = {}) =>
      post("/channeltypes", { name, ...settings }),
    deleteChannelType: (name: string) =>
      ask(connection, "DELETE", `/channeltypes/${encodeURIComponent(name)}`),
    getApp: async () => (await get<{ app: AppBody }>("/app")).app,
    queryUsers: (query: ItemsQuery & { readonly include_deactivated_users?: boolean } = {}) =>
      list<{ readonly users: readonly UserBody[]; readonly next?: string }>("/users", query),
    queryChannels: (query: ChannelsQuery = {}) =>
      post<{ readonly channels: readonly ChannelStateBody[]; readonly next?: string }>(
        "/channels",
        query,
      ),
    /** A channel with its newest messages, pinned ones, the first members, and how far they have read. */
    getChannel: (type: string, id: string, messages: Pick<MessagesQuery, "limit"> = {}) =>
      post<ChannelStateBody>(`${channelPath(type, id)}/query`, { messages }),
    queryMembers: (type: string, id: string, query: ItemsQuery = {}) =>
      list<{ readonly members: readonly MemberBody[]; readonly next?: string }>("/members", {
        type,
        id,
        ...query,
      }),
    /** Oldest first. */
    queryMessages: async (type: string, id: string, query: MessagesQuery = {}) => {
      const path = `${channelPath(type, id)}/messages`;
      return (await get<{ messages: readonly MessageBody[] }>(path, { ...query })).messages;
    },
    /** Also where it is deleted. */
    getMessage: async (id: string) => {
      const path = `/messages/${encodeURIComponent(id)}`;
      const query = { show_deleted_message: "true" };
      return (await get<{ message: MessageInChannelBody }>(path, query)).message;
    },
    /** Oldest first. */
    getReplies: async (id: string, query: MessagesQuery = {}) => {
      const path = `/messages/${encodeURIComponent(id)}/replies`;
      return (await get<{ messages: readonly MessageBody[] }>(path, { ...query })).messages;
    },
    /** Newest first. */
    getReactions: async (
      id: string,
      { limit, offset }: Pick<ItemsQuery, "limit" | "offset"> = {},
    ) => {
      const path = `/messages/${encodeURIComponent(id)}/reactions`;
      return (await get<{ reactions: readonly ReactionBody[] }>(path, { limit, offset })).reactions;
    },
    /** Of a user. */
    listDevices: async (user_id: string) =>
      (await get<{ devices: readonly DeviceBody[] }>("/devices", { user_id })).devices,
    /** Of all users. */
    queryDevices: (query: Omit<ItemsQuery, "user_id"> = {}) =>
      list<{ readonly devices: readonly DeviceBody[]; readonly next?: string }>(
        "/query_devices",
        query,
      ),
    queryFutureChannelBans: async (
      query: Pick<ItemsQuery, "limit" | "offset" | "user_id"> & {
        readonly target_user_id?: string;
      } = {},
    ) =>
      (await list<{ bans: readonly FutureChannelBanBody[] }>("/query_future_channel_bans", query))
        .bans,
    search: (query: MessageSearch) =>
      list<{
        readonly results: readonly { readonly message: MessageInChannelBody }[];
        readonly next?: string;
      }>("/search", query),
  };
}

function channelPath(type: string, id: string): string {
  return `/channels/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;
}

function importPath(id: string): string {
  return `/imports/${encodeURIComponent(id)}`;
}
