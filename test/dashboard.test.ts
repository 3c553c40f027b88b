import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectGoodPage, openBrowser, openPage } from "./browser.ts";
import { ada, setUp } from "./set-up.ts";
import { type Served, startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

const folder = tempFolder();
let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), startServe(folder.path)]);
});

afterAll(async () => {
  await browser?.close();
  served?.process.kill("SIGTERM");
  await served?.ended;
  folder[Symbol.dispose]();
});

test("the link of the first start makes an admin, who is signed in, out, and in again where they were", async () => {
  const { page, troubles } = await openPage(browser, served.url);
  await page.goto(served.setupLink!);
  await expectGoodPage(page, "set-up");
  await setUp(page, served);
  await expectGoodPage(page, "overview-empty");

  // Without a mouse: the menu opens, and its last entry signs out.
  await page.getByRole("button", { name: ada.name }).focus();
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.evaluate(`document.activeElement.closest("[role=menu]") !== null`))
    .toBe(true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await expectGoodPage(page, "sign-in");

  await page.goto(`${served.url}/dashboard/apps?from=link`);
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByRole("textbox", { name: "Password" }).fill("another password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByRole("textbox", { name: "Password" }).fill(ada.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Apps", level: 1 }).waitFor();
  expect(page.url()).toBe(`${served.url}/dashboard/apps?from=link`);
  await expectGoodPage(page, "apps");
  expect(troubles).toEqual([]);
});

test("what is not there says so, and leads on", async () => {
  const { page, troubles } = await openPage(browser, served.url);
  await page.goto(`${served.url}/dashboard/nowhere`);
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
  await expectGoodPage(page, "not-found");
  expect(troubles).toEqual([]);
});

test("a used link is refused in words", async () => {
  const { page, troubles } = await openPage(browser, served.url);
  await page.goto(served.setupLink!);
  await page.getByLabel("Name").fill("Eve");
  await page.getByLabel("E-mail address").fill("eve@house.test");
  await page.getByRole("textbox", { name: "Password" }).fill(ada.password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("alert").waitFor();
  await expectGoodPage(page, "set-up-used");
  expect(troubles).toEqual([]);
});
