import { afterAll, beforeAll, expect, test } from "vitest";
import { expectGoodPage } from "./browser.ts";
import { type Explorer, openExplorer } from "./open-explorer.ts";

let explorer: Explorer;
beforeAll(async () => {
  explorer = await openExplorer();
});
afterAll(() => explorer?.[Symbol.asyncDispose]());

test("a channel is read as a conversation", async () => {
  const { page, open, troubles } = explorer;
  await open("channels/messaging/kitchen");
  const messages = page.getByRole("region", { name: "Messages" });
  const said = (text: string) => messages.getByRole("article").filter({ hasText: text }).first();
  await messages.getByRole("img", { name: "A ferry" }).waitFor();
  await expectGoodPage(page, "conversation");

  expect(await messages.getByRole("separator").allTextContents()).toEqual([
    "Wednesday, 1 May 2024",
    "Thursday, 2 May 2024",
  ]);
  // Two messages behind each other are of one author, and said to be once.
  expect(await said("Who took the soup?").getByRole("heading").textContent()).toBe("Ana Cruz");
  expect(await said("It was mine").getByRole("heading").count()).toBe(0);
  expect(await said("לא אני").getByRole("blockquote").textContent()).toContain(
    "Who took the soup?",
  );
  expect(await said("Who took the soup?").getByTitle("like: ").textContent()).toBe("👍 2");
  await messages.getByText("Read by בועז, Cy 🦀").waitFor();
  await said("Cy joined").waitFor();
  await said("Rules: see").getByText("Pinned by Ana Cruz").waitFor();
  expect(await said("a secret").getByText("a secret").isVisible()).toBe(false);
  await said("a secret").locator("summary").click();
  await said("a secret").getByText("a secret").waitFor();

  // Text is text, and what leads elsewhere goes to the web alone.
  await said("<b>Look</b>").waitFor();
  const links = await messages.locator("a[href]:not([href^='/dashboard'])").all();
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    expect(await link.getAttribute("href")).toMatch(/^https?:/);
    expect(await link.getAttribute("rel")).toContain("noopener");
  }
  expect(troubles).toEqual([]);
});

test("threads and read markers stand beside it, and in the address", async () => {
  const { page, open, cells, troubles } = explorer;
  await open("channels/messaging/kitchen");
  await page.getByRole("link", { name: "2 replies" }).click();
  const thread = page.getByRole("dialog", { name: "Thread" });
  await thread.getByText("Ask the cat").waitFor();
  await thread.getByText("The cat says no").waitFor();
  expect(page.url()).toContain("thread=soup");
  await page.reload();
  await thread.getByText("Ask the cat").waitFor();
  await expectGoodPage(page, "thread");
  await page.keyboard.press("Escape");
  await thread.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Who has read how far" }).click();
  await page.getByRole("dialog").getByRole("cell", { name: "Ana Cruz" }).waitFor();
  await expect.poll(() => cells(3)).toEqual(["1", "3", "3"]);
  await expectGoodPage(page, "reads");
  await page.keyboard.press("Escape");
  expect(troubles).toEqual([]);
});

test("a long channel is scrolled to its beginning, jumped in by date, and opened at a message", async () => {
  const { page, open, troubles } = explorer;
  await open("channels/team/C061A2UGJ");
  const messages = page.getByRole("region", { name: "Messages" });
  const days = messages.getByRole("separator");
  await days.last().waitFor();
  await messages.getByText("haven't played with it yet").waitFor();
  const first = async () => (await messages.getByRole("article").first().textContent()) ?? "";
  const newest = await first();
  // To the top again and again, until nothing older comes.
  await expect
    .poll(
      async () => {
        await messages.evaluate((scroller) => scroller.scrollTo(0, 0));
        return first();
      },
      { timeout: 60_000 },
    )
    .toContain("has joined the channel");
  expect(await first()).not.toBe(newest);

  await page.getByLabel("Jump to a date").fill("2016-01-15");
  await page.getByRole("button", { name: "Jump" }).click();
  await expect
    .poll(() => days.allTextContents())
    .toContainEqual(expect.stringContaining("January 2016"));
  expect(page.url()).toContain("date=2016-01-15");
  const link = messages.getByRole("article").nth(8).locator("time");
  const at = await link.getAttribute("datetime");
  // By its time: what is loaded meanwhile changes which one is the eighth.
  await messages.locator(`time[datetime="${at}"]`).click();
  const marked = messages.locator("article[aria-current=true]");
  await marked.locator(`time[datetime="${at}"]`).waitFor();
  await page.reload();
  await marked.locator(`time[datetime="${at}"]`).waitFor();
  expect(await marked.isVisible()).toBe(true);
  await page.getByRole("button", { name: "Newest" }).click();
  await messages.getByText("haven't played with it yet").waitFor();
  expect(troubles).toEqual([]);
});

test("a distinct channel without messages stands under its members' names", async () => {
  const { page, open, troubles } = explorer;
  await open("channels?where=%5B%5B%22member_count%22,%22%24eq%22,2%5D%5D");
  await page.getByRole("link", { name: "Ana Cruz, בועז" }).click();
  await page.getByRole("heading", { name: "Ana Cruz, בועז" }).waitFor();
  await page.getByRole("heading", { name: "No messages" }).waitFor();
  expect(troubles).toEqual([]);
});
