import { afterAll, beforeAll, expect, test } from "vitest";
import { expectGoodPage } from "./browser.ts";
import { type Explorer, openExplorer } from "./open-explorer.ts";

let explorer: Explorer;
beforeAll(async () => {
  explorer = await openExplorer();
});
afterAll(() => explorer?.[Symbol.asyncDispose]());

test("users are listed, sorted, filtered and paged; the address holds it all", async () => {
  const { page, troubles, cells } = explorer;
  await page.getByRole("link", { name: "Users" }).click();
  await page.getByRole("heading", { name: "Users", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Ana Cruz" }).waitFor();
  await expectGoodPage(page, "users");
  const [first] = await cells(2);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByText("Page 2").waitFor();
  // The page before stands until the next one is there.
  await expect.poll(async () => [undefined, first].includes((await cells(2))[0])).toBe(false);
  const second = await cells(2);
  await page.reload();
  await expect.poll(() => cells(2)).toEqual(second);
  await page.getByRole("button", { name: "Previous" }).click();
  await page.getByText("Page 1").waitFor();

  await page.getByRole("button", { name: "Id", exact: true }).click();
  await page.locator("th[aria-sort=ascending]").waitFor();
  await expect.poll(() => cells(2)).toContain("U061A1R2R");
  await page.getByRole("button", { name: "Id", exact: true }).click();
  await expect.poll(async () => (await cells(2))[0]).toBe("integrations");

  await page.getByLabel("Filter by").selectOption("Role");
  await page.getByLabel("Value").fill("admin");
  await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByLabel("Filter by").selectOption("A custom field …");
  await page.getByLabel("Custom field").fill("address.city");
  await page.getByLabel("Value").fill("Porto");
  await page.getByRole("button", { name: "Add filter" }).click();
  await expect.poll(() => cells(2)).toEqual(["ana"]);
  await page.reload();
  await expect.poll(() => cells(2)).toEqual(["ana"]);
  await page.getByRole("button", { name: "Drop the filter: Role is admin" }).click();
  await page
    .getByRole("button", { name: "Drop the filter: Role is admin" })
    .waitFor({ state: "detached" });
  await expect.poll(() => cells(2)).toEqual(["ana"]);
  expect(troubles).toEqual([]);
});

test("a filter that the server refuses says why, and can be dropped", async () => {
  const { page, troubles, open } = explorer;
  await open(`users?where=${encodeURIComponent('[["role","$gt",5]]')}`);
  await page.getByRole("alert").waitFor();
  await page.getByRole("button", { name: "Drop all" }).click();
  await page.getByRole("link", { name: "Ana Cruz" }).waitFor();
  await open(`users?where=${encodeURIComponent('[["role","$eq","nobody"]]')}`);
  await page.getByRole("heading", { name: "Nothing is like that" }).waitFor();
  expect(troubles).toEqual([]);
});

test("a user's page shows every field, and leads to what refers to it", async () => {
  const { page, troubles, open, cells } = explorer;
  await open("users/bo");
  await page.getByRole("heading", { name: "בועז" }).waitFor();
  await page.getByRole("link", { name: "cy", exact: true }).waitFor();
  await expectGoodPage(page, "user");
  await page.getByRole("link", { name: "Channels", exact: true }).last().click();
  await expect.poll(() => cells(1)).toEqual(["The kitchen", "Ana Cruz, בועז"]);
  await page.goBack();
  await page.getByRole("link", { name: "Messages they wrote" }).click();
  await expect.poll(() => cells(1)).toEqual(["Ask the cat", "לא אני"]);
  expect(troubles).toEqual([]);
});

test("channels lead to their members and fields", async () => {
  const { page, troubles, open, cells } = explorer;
  await open("channels");
  await page.getByRole("link", { name: "The kitchen" }).waitFor();
  await page.getByRole("link", { name: "The kitchen" }).click();
  await page.getByRole("heading", { name: "The kitchen" }).waitFor();
  await page.getByRole("link", { name: "Fields" }).first().click();
  await page.getByText("messaging:kitchen", { exact: true }).waitFor();
  await expectGoodPage(page, "channel-fields");
  await page.getByRole("navigation", { name: "Pages of the channel" }).getByText("Members").click();
  await expect.poll(() => cells(2)).toEqual(["ana", "bo", "cy"]);
  await expectGoodPage(page, "members");
  await page.getByRole("link", { name: "Cy 🦀" }).click();
  await page.getByRole("heading", { name: "Member Cy 🦀" }).waitFor();
  expect(troubles).toEqual([]);
});

test("messages are found by their words, and lead to all that they refer to", async () => {
  const { page, troubles, open, cells } = explorer;
  await open("messages");
  await page.getByLabel("Words").fill("soup");
  await page.getByRole("button", { name: "Search" }).click();
  await expect.poll(() => cells(1)).toEqual(["Who took the soup?"]);
  expect(page.url()).toContain("words=soup");
  await expectGoodPage(page, "messages");
  await page.getByRole("link", { name: "Who took the soup?" }).click();
  await page.getByRole("heading", { name: "Message by Ana Cruz" }).waitFor();
  await page.getByRole("link", { name: "The kitchen" }).waitFor();
  await expectGoodPage(page, "message");
  await page.getByRole("link", { name: "Replies" }).click();
  await expect.poll(() => cells(1)).toEqual(["The cat says no", "Ask the cat"]);
  expect(troubles).toEqual([]);
});

test("devices lead to their users", async () => {
  const { page, troubles, open } = explorer;
  await open("devices");
  await page.getByRole("link", { name: "d:1" }).waitFor();
  await expectGoodPage(page, "devices");
  await page.getByRole("link", { name: "d:1" }).click();
  await page.getByRole("heading", { name: "d:1" }).waitFor();
  await page.getByRole("link", { name: "ana" }).click();
  await page.getByRole("heading", { name: "Ana Cruz" }).waitFor();
  expect(troubles).toEqual([]);
});

test("what is not there says so", async () => {
  const { page, troubles, open } = explorer;
  await open("users/nobody");
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
  await open("messages/nothing");
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
  expect(troubles).toEqual([]);
});
