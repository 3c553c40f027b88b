import * as z from "zod";
import { sessionCookie } from "../accounts/session-cookie.ts";
import type { Permission } from "../permission.ts";
import type { Route } from "../route.ts";
import { errorSchema } from "../wire/error-body.ts";
import { type JsonSchema, jsonSchema } from "./json-schema.ts";

/** An OpenAPI 3.1 document, as far as it is made here. */
export interface OpenApi {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: object;
  };
}

/** An operation of the document. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** Who may call it, see `Permission`. */
  readonly "x-permission": Permission;
  /** Requests a minute for each key. */
  readonly "x-rate-limit"?: number;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content }>
  >;
}

/** A parameter of an operation: its schema, or that of the JSON it holds. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description?: string;
  readonly schema?: JsonSchema;
  readonly content?: Content;
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

const json = "application/json";
/** The credentials of a route, by its permission. */
function securityOf({ permission }: Route): Operation["security"] {
  const token = { api_key: [], token: [] };
  if (permission === "none" || permission === "signature") return [];
  if (permission === "account" || permission === "admin") return [{ session: [] }];
  return [token, { api_key: [], session: [] }];
}

/** The OpenAPI document of routes: paths, permissions and shapes are those of the objects that answer. */
export function openApi(
  routes: readonly Route[],
  { version, origin }: { readonly version: string; readonly origin: string },
): OpenApi {
  const schemas: Record<string, JsonSchema> = {};
  jsonSchema(z.array(errorSchema), "output", schemas);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operation(route, schemas);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Chatferry",
      version,
      description: "Carries chat history onto a chat backend that you own.",
    },
    servers: [{ url: origin }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookie,
          description:
            "Set by POST /sign_in. With it, `app` in the query may name the app instead of `api_key`, and requests other than GET must have the server's own address in the header `Origin`.",
        },
        api_key: { type: "apiKey", in: "query", name: "api_key" },
        token: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description:
            'A JSON Web Token, signed by HS256 with the secret of the key: {"server": true}, or {"user_id": "..."}. Without `Bearer` before it.',
        },
      },
    },
  };
}

function operation(route: Route, shapes: Record<string, JsonSchema>): Operation {
  const body = bodyOf(route, shapes);
  return {
    operationId: route.operation,
    summary: route.summary,
    tags: [route.tag],
    security: securityOf(route),
    "x-permission": route.permission,
    ...(route.rate > 0 && { "x-rate-limit": route.rate }),
    parameters: [...pathParameters(route), ...queryParameters(route, shapes)],
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      [route.status ?? 200]: { description: "As asked for.", content: answerOf(route, shapes) },
      ...Object.fromEntries(
        Object.entries(route.also ?? {}).map(([status, description]) => [status, { description }]),
      ),
      default: {
        description: "An error.",
        content: { [json]: { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function pathParameters({ path }: Route): Parameter[] {
  return Array.from(path.matchAll(/:(\w+)/g), ([, name]) => ({
    name: name!,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters({ query }: Route, shapes: Record<string, JsonSchema>): Parameter[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(query, "input", shapes);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: required.includes(name),
    ...(description !== undefined && { description }),
    ...(schema.contentMediaType === json && schema.contentSchema
      ? { content: { [json]: { schema: schema.contentSchema } } }
      : { schema }),
  }));
}

function bodyOf({ body, takes }: Route, shapes: Record<string, JsonSchema>): Content | undefined {
  if (body !== undefined) return { [json]: { schema: jsonSchema(body, "input", shapes) } };
  return takes && Object.fromEntries(takes.map((type) => [type, {}]));
}

function answerOf({ response }: Route, shapes: Record<string, JsonSchema>): Content {
  if (!(response instanceof z.ZodType)) {
    return Object.fromEntries(response.map((type) => [type, {}]));
  }
  const schema = response.extend({ duration: z.string() });
  return { [json]: { schema: jsonSchema(schema, "output", shapes) } };
}
