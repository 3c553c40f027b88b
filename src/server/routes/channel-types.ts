import * as z from "zod";
import { ApiError } from "../api-error.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { given } from "../reads/given.ts";
import { readingOf } from "../reads/reading.ts";
import type { Route } from "../route.ts";
import {
  channelTypeInput,
  channelTypeSchema,
  newChannelTypeInput,
  presentChannelType,
  presentWrittenChannelType,
  writtenChannelTypeSchema,
} from "../wire/channel-type.ts";

const reading = { tag: "App", permission: "member" } as const;

const changing = { tag: "App", permission: "operator" } as const;

/** /channeltypes. Source: http-api section 5. */
export const channelTypeRoutes: readonly Route[] = [
  defineServerRoute({
    ...reading,
    method: "GET",
    path: "/channeltypes",
    operation: "ListChannelTypes",
    summary: "The channel types of the app, by name",
    rate: 60,
    response: z.object({ channel_types: z.record(z.string(), channelTypeSchema) }),
    async handle(call) {
      const { store, app } = await readingOf(call);
      const types = await store.channelTypes(app);
      return {
        channel_types: Object.fromEntries(
          types.map((type) => [type.name, presentChannelType(type)]),
        ),
      };
    },
  }),
  defineServerRoute({
    ...reading,
    method: "GET",
    path: "/channeltypes/:name",
    operation: "GetChannelType",
    summary: "A channel type",
    rate: 60,
    response: channelTypeSchema,
    async handle({ param, ...call }) {
      const { store, app } = await readingOf(call);
      const type = (await store.channelTypes(app)).find(({ name }) => name === param("name"));
      if (type !== undefined) return presentChannelType(type);
      throw new ApiError(
        "not_found",
        `The app has no channel type "${param("name").slice(0, 64)}".`,
        "List the channel types of the app and name one of them.",
      );
    },
  }),
  defineServerRoute({
    ...changing,
    method: "POST",
    path: "/channeltypes",
    operation: "CreateChannelType",
    summary: "Makes a channel type",
    rate: 60,
    status: 201,
    body: newChannelTypeInput,
    response: writtenChannelTypeSchema,
    async handle({ body: { name, ...config }, ...call }) {
      const { store, app } = await readingOf(call);
      const type = await store.createChannelType(app, name, given(config));
      return presentWrittenChannelType(type);
    },
  }),
  defineServerRoute({
    ...changing,
    method: "PUT",
    path: "/channeltypes/:name",
    operation: "UpdateChannelType",
    summary: "Changes what is given of a channel type",
    rate: 60,
    body: channelTypeInput,
    response: writtenChannelTypeSchema,
    async handle({ body, param, ...call }) {
      const { store, app } = await readingOf(call);
      const type = await store.updateChannelType(app, param("name"), given(body));
      return presentWrittenChannelType(type);
    },
  }),
  defineServerRoute({
    ...changing,
    method: "DELETE",
    path: "/channeltypes/:name",
    operation: "DeleteChannelType",
    summary: "Deletes a channel type that no channel has",
    rate: 60,
    response: z.object({}),
    async handle({ param, ...call }) {
      const { store, app } = await readingOf(call);
      await store.deleteChannelType(app, param("name"));
      return {};
    },
  }),
];
