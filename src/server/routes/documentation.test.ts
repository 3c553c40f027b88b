import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { apiErrors } from "../api-errors.ts";
import { testServer } from "../contract/test-server.ts";
import type { OpenApi } from "../openapi/open-api.ts";
import { routes } from "./routes.ts";

const nobody = { key: null, token: null };

test("every route is in the OpenAPI document, with its permission and its parameters", async () => {
  await using server = await testServer();
  const api: OpenApi = (await server.call("GET", "/openapi.json", nobody)).body;
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(
    operations.map(({ path, method, operation }) => [
      method.toUpperCase(),
      path,
      operation["x-permission"],
    ]),
  ).toEqual(
    expect.arrayContaining(
      routes.map(({ method, path, permission }) => [
        method,
        path.replaceAll(/:(\w+)/g, "{$1}"),
        permission,
      ]),
    ),
  );
  expect(operations).toHaveLength(routes.length);
  expect(api.paths["/imports/{id}/issues"]!["get"]).toMatchObject({
    security: [
      { api_key: [], token: [] },
      { api_key: [], session: [] },
    ],
    parameters: expect.arrayContaining([
      { name: "id", in: "path", required: true, schema: { type: "string" } },
      {
        name: "limit",
        in: "query",
        required: false,
        schema: { type: "integer", default: 100, minimum: 1, maximum: 1000 },
      },
    ]),
  });
});

test("all that the document refers to is in it, and its shapes are JSON Schemas", async () => {
  await using server = await testServer();
  const { body } = await server.call("GET", "/openapi.json", nobody);
  const text = JSON.stringify(body);
  const { schemas } = (body as OpenApi).components;
  const references = Array.from(text.matchAll(/"\$ref":"([^"]+)"/g), ([, to]) => to);
  expect(references).toContain("#/components/schemas/ImportTask");
  for (const reference of references) {
    expect(Object.keys(schemas).map((name) => `#/components/schemas/${name}`)).toContain(reference);
  }
  const ajv = new Ajv2020({ strict: false });
  for (const schema of Object.values(schemas)) {
    expect(ajv.validateSchema(schema as object)).toBe(true);
  }
});

test("the pages show all of it, and load nothing from elsewhere", async () => {
  await using server = await testServer();
  const api = await server.call("GET", "/docs/api", nobody);
  const errors = await server.call("GET", "/docs/errors", nobody);
  for (const { operation } of routes) expect(api.body).toContain(`id="${operation}"`);
  for (const kind of Object.keys(apiErrors)) expect(errors.body).toContain(`id="${kind}"`);
  for (const { body, headers } of [api, errors]) {
    const text: string = body;
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(text).not.toMatch(/<script|<link|<img|@import|src=|url\(/i);
    const fragments = Array.from(text.matchAll(/href="#([^"]+)"/g), ([, name]) => name);
    for (const name of fragments) expect(text).toContain(`id="${name}"`);
  }
});

test("the start leads to the dashboard", async () => {
  await using server = await testServer({ publicUrl: "https://chat.example.com" });
  const { status, headers } = await server.call("GET", "/", nobody);
  expect([status, headers.get("location")]).toEqual([302, "https://chat.example.com/dashboard"]);
  expect(readFileSync("docs/http-api.md", "utf8")).toContain("/docs/api");
});
