import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { testServer } from "../contract/test-server.ts";

test.for([
  ["/setup", ["name", "email", "password"]],
  ["/reset_password", ["password"]],
] as const)(
  "the page %s asks for what its link needs, and runs what it brings alone",
  async ([path, fields]) => {
    await using server = await testServer();
    const { status, headers, body } = await server.call("GET", path, { key: null, token: null });
    const text: string = body;
    expect(status).toBe(200);
    expect(Array.from(text.matchAll(/<input\s+name="(\w+)"/g), ([, name]) => name)).toEqual(fields);
    const scripts = Array.from(
      text.matchAll(/<script>([^]*?)<\/script>/g),
      ([, script]) => script!,
    );
    const hashes = scripts.map((script) => createHash("sha256").update(script).digest("base64"));
    expect(scripts).toHaveLength(1);
    expect(headers.get("content-security-policy")).toContain(
      `script-src 'sha256-${hashes[0]}'; connect-src 'self';`,
    );
  },
);
