import { html } from "hono/html";
import type { JsonSchema } from "../openapi/json-schema.ts";
import type { OpenApi, Operation, Parameter } from "../openapi/open-api.ts";
import type { Permission } from "../permission.ts";
import { fieldRows } from "./field-rows.ts";
import { type Html, page } from "./page.ts";

const permissions: Readonly<Record<Permission, string>> = {
  none: "Takes no credentials.",
  signature: "Takes no credentials: the URL is signed, and expires.",
  user: "Takes a user token, which sees what that user may see, or whoever may read the app.",
  member: "Takes a server token, or somebody signed in who is member of the app.",
  uploader:
    "Takes a server token, or somebody signed in who is operator of the app, or member where uploaders confirm.",
  operator: "Takes a server token, or somebody signed in who is operator of the app.",
  account: "Takes somebody signed in.",
  admin: "Takes an admin who is signed in.",
};

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The page on which the API is read: the OpenAPI document for people. */
export function apiPage(api: OpenApi): Promise<Response> {
  const entries = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
  const shapes = Object.entries(api.components.schemas);
  return page(
    "API",
    html`<div class="frame">
      <nav>
        <a href="#top"><strong>Chatferry ${api.info.version}</strong></a>
        ${api.tags.map(
          ({ name }) =>
            html`<h2>${name}</h2>
              <ul>
                ${entries.filter(({ operation }) => operation.tags.includes(name)).map(link)}
              </ul>`,
        )}
        <h2>Shapes</h2>
        <ul>
          ${shapes.map(([name]) => html`<li><a href="#shape-${name}">${name}</a></li>`)}
        </ul>
      </nav>
      <main id="top">
        ${introduction(api.servers[0]!.url)} ${entries.map(operationSection)}
        ${shapes.map(
          ([name, shape]) =>
            html`<section id="shape-${name}">
              <h3>${name}</h3>
              ${fieldTable(shape)}
            </section>`,
        )}
      </main>
    </div>`,
  );
}

function introduction(origin: string): Html {
  return html`<h1>The API</h1>
    <p>
      Every request names an API key in the query (<code>api_key</code>) and gives a JSON Web Token
      in the header <code>Authorization</code>, alone, without <code>Bearer</code>. It is signed by
      HS256 with the secret of the key, and says <code>{"server": true}</code> for the whole app, or
      <code>{"user_id": "..."}</code> for one user; <code>exp</code>, <code>nbf</code> and
      <code>iat</code> are honoured. People sign in by <code>POST /sign_in</code> and bring the
      cookie that it sets instead of a token.
    </p>
    <pre>
curl "${origin}/imports?api_key=$KEY" -H "Authorization: $TOKEN" -H "Stream-Auth-Type: jwt"</pre>
    <p>
      Answers are JSON and say in <code>duration</code> how long they took. Errors have a code, see
      <a href="/docs/errors">the errors</a>. The headers <code>X-RateLimit-Limit</code>,
      <code>-Remaining</code> and <code>-Reset</code> say how many requests are left in this minute.
      For programs: <a href="/openapi.json">OpenAPI 3.1</a>.
    </p>`;
}

function link({ method, path, operation }: Entry): Html {
  return html`<li>
    <a href="#${operation.operationId}"><span class="dim">${method}</span> ${path}</a>
  </li>`;
}

function operationSection({ method, path, operation }: Entry): Html {
  const { summary, parameters, requestBody, responses } = operation;
  const rate = operation["x-rate-limit"];
  const [status, answer] = Object.entries(responses)[0]!;
  return html`<section id="${operation.operationId}">
    <h3 class="path"><span class="method ${method}">${method}</span>${path}</h3>
    <p>${summary}.</p>
    <p class="dim">
      ${permissions[operation["x-permission"]]}
      ${rate === undefined ? "" : `${rate} requests a minute for each key.`}
    </p>
    ${parameters.length > 0 && parameterTable(parameters)}
    ${requestBody && contentPart("Body", requestBody.content)}
    ${contentPart(`Answer (${status})`, answer.content!)}
  </section>`;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  const schema: JsonSchema = {
    properties: Object.fromEntries(
      parameters.map(({ name, schema, content, description }) => [
        name,
        {
          ...(schema ?? Object.values(content!)[0]!.schema),
          ...(description !== undefined && { description }),
        },
      ]),
    ),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
  return html`<h4>Parameters</h4>
    ${fieldTable(schema)}`;
}

function contentPart(
  title: string,
  content: Readonly<Record<string, { readonly schema?: JsonSchema }>>,
): Html {
  const schema = Object.values(content)[0]?.schema;
  const types = Object.keys(content).join(", ");
  return html`<h4>${title}, as ${types}</h4>
    ${schema && fieldTable(schema)}`;
}

function fieldTable(schema: JsonSchema): Html {
  const rows = fieldRows(schema);
  if (rows.length === 0) return html`<p class="dim">No fields.</p>`;
  return html`<table class="fields">
    <tr>
      <th>field</th>
      <th>type</th>
      <th></th>
    </tr>
    ${rows.map(
      ({ name, type, shape, required, meaning }) =>
        html`<tr>
          <td><code>${name}</code></td>
          <td>${shape === undefined ? type : html`<a href="#shape-${shape}">${type}</a>`}</td>
          <td>${required ? "" : html`<span class="dim">optional </span>`}${meaning}</td>
        </tr>`,
    )}
  </table>`;
}
