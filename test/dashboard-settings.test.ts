import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectGoodPage, openBrowser, openPage } from "./browser.ts";
import { ada, setUp } from "./set-up.ts";
import { type Served, startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

const folder = tempFolder();
let browser: Browser;
let served: Served;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), startServe(folder.path)]);
  ({ page, troubles } = await openPage(browser, served.url));
  await setUp(page, served);
});

afterAll(async () => {
  await browser?.close();
  served?.process.kill("SIGTERM");
  await served?.ended;
  folder[Symbol.dispose]();
});

test("an app gets a key whose secret is shown once, a channel type, and takes no imports in production", async () => {
  await page.getByRole("link", { name: "App Settings" }).first().click();
  await page.getByRole("heading", { name: "App Settings" }).waitFor();
  await page.getByLabel("Name of a new key").fill("backend");
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByText("Copy the secret now").waitFor();
  await expectGoodPage(page, "settings-key");
  const secret = await page.getByRole("status").locator("code").last().textContent();
  await page.reload();
  await page.getByRole("cell", { name: "backend", exact: true }).waitFor();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole("button", { name: "Revoke: backend" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("cell", { name: /^Revoked/ }).waitFor();

  await page.getByLabel("Name of a new type").fill("support");
  await page.getByLabel("Longest message").fill("5000");
  await page.getByRole("button", { name: "Make a type" }).click();
  await page.getByRole("row", { name: "support" }).getByText("5,000").waitFor();

  await page.getByRole("link", { name: "Import Chat Data" }).waitFor();
  await page.getByRole("radio", { name: "Production" }).click();
  await page.getByText("Importing chat data is off").waitFor();
  expect(await page.getByRole("link", { name: "Import Chat Data" }).count()).toBe(0);
  await expectGoodPage(page, "settings-production");
  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByText("it takes no imports").waitFor();
  expect(troubles).toEqual([]);
});

test("an admin makes an app, and an account for a member, who sees that app and changes nothing", async () => {
  await page.goto(`${served.url}/dashboard/apps`);
  await page.getByRole("button", { name: "New app" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("shop");
  await page.getByRole("button", { name: "Make the app" }).click();
  await page.getByRole("heading", { name: "App Settings" }).waitFor();

  await page.getByRole("button", { name: ada.name }).click();
  await page.getByRole("menuitem", { name: "Accounts" }).click();
  await page.getByRole("button", { name: "New account" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Grace");
  await page.getByLabel("E-mail address").fill("grace@house.test");
  await page.getByLabel("Role in shop").selectOption("member");
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByText("Hand this link to Grace").waitFor();
  const link = await page.getByRole("dialog").locator("code").textContent();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("cell", { name: "member of shop" }).waitFor();
  await expectGoodPage(page, "accounts");

  const hers = await openPage(browser, served.url);
  await hers.page.goto(link!);
  await hers.page.getByRole("textbox", { name: "Password" }).fill("correct horse stable");
  await hers.page.getByRole("button", { name: "Set the password" }).click();
  await hers.page.getByRole("heading", { name: "shop", level: 1 }).waitFor();
  await hers.page.getByText("No imports yet").waitFor();
  expect(await hers.page.getByRole("button", { name: "New Import" }).count()).toBe(0);
  await hers.page.goto(`${served.url}/dashboard/apps/shop/settings`);
  await hers.page.getByText("Admins change these.").waitFor();
  expect(await hers.page.getByRole("heading", { name: "API keys" }).count()).toBe(0);
  expect(await hers.page.getByRole("radio", { name: "Production" }).isDisabled()).toBe(true);
  await hers.page.goto(`${served.url}/dashboard/apps/default`);
  await hers.page.getByRole("heading", { name: "You may not see this" }).waitFor();
  await expectGoodPage(hers.page, "not-permitted");

  await page.getByRole("button", { name: "Change: Grace" }).click();
  await page.getByRole("dialog").getByLabel("Role in shop").selectOption("operator");
  await page.getByRole("cell", { name: "operator of shop" }).waitFor();
  await expectGoodPage(page, "account");
  await page.getByRole("button", { name: "Remove the account: Grace" }).click();
  await page.getByRole("button", { name: "Remove the account", exact: true }).click();
  await page.getByRole("cell", { name: "Grace", exact: true }).waitFor({ state: "detached" });
  await hers.page.reload();
  await hers.page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect([...troubles, ...hers.troubles]).toEqual([]);
});
