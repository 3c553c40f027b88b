import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDashboard } from "./dashboard.ts";

const folder = mkdtempSync(join(tmpdir(), "chatferry-test-"));
const { page, file } = openDashboard(folder);

beforeAll(() => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), '<meta nonce="__NONCE__"><script nonce="__NONCE__">');
  writeFileSync(join(folder, "assets/main-A_1-b.js"), "let a;");
  writeFileSync(join(folder, "assets/main-A_1-b.js.gz"), gzipSync("let a;"));
  writeFileSync(join(folder, "assets/main.css"), "a {}");
  writeFileSync(join(folder, "secret.js"), "no");
});

afterAll(() => rmSync(folder, { recursive: true }));

test("each page has a nonce of its own, for styles alone", async () => {
  const pages = [await page(), await page()];
  const nonces = await Promise.all(
    pages.map(
      async (response) =>
        /^<meta nonce="([^"]+)"><script nonce="\1">$/.exec(await response.text())![1]!,
    ),
  );
  expect(new Set(nonces).size).toBe(2);
  const policy = pages[0]!.headers.get("content-security-policy")!;
  expect(policy).toContain(`style-src 'self' 'nonce-${nonces[0]}';`);
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toContain("unsafe-inline");
});

test("files are kept by the browser, and sent gzipped to who takes it", async () => {
  const plain = await file("main-A_1-b.js", null);
  const packed = await file("main-A_1-b.js", "gzip, br");
  expect(plain.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(plain.headers.get("cache-control")).toContain("immutable");
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(await packed.bytes()).toString()).toBe(await plain.text());
  expect(await (await file("main.css", "gzip")).text()).toBe("a {}");
});

test.for([
  "../secret.js",
  "..%2Fsecret.js",
  "none.js",
  "index.html",
  "main-A_1-b.js.gz",
  ".js",
  "",
])("%j is no file of it", async (name) => {
  await expect(file(name, "gzip")).rejects.toMatchObject({ kind: "not_found" });
});

test("where it is not built, it is said how to build it", async () => {
  await expect(openDashboard(join(folder, "none")).page()).rejects.toMatchObject({
    kind: "not_found",
    fix: expect.stringContaining("npm run dashboard"),
  });
});
