import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectGoodPage, openBrowser, openPage } from "./browser.ts";
import { communityFile } from "./community.ts";
import { setUp } from "./set-up.ts";
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

/** Gives a file to the dialog that is open. */
async function give(name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page
    .getByLabel("Import file")
    .setInputFiles({ name, mimeType: "application/json", buffer });
}

/** Gives a file to the dialog that is open, and uploads it. */
async function upload(name: string, text: string): Promise<void> {
  await give(name, text);
  await page.getByRole("button", { name: "Upload and check" }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}

test("a file with errors is reported, its correction confirmed and loaded", async () => {
  const right = readFileSync(communityFile, "utf8");
  const wrong = right.replaceAll('"type": "team"', '"type": "teem"');
  expect(wrong).not.toBe(right);

  await page.getByRole("button", { name: "New Import" }).click();
  await page.getByRole("dialog").waitFor();
  await expectGoodPage(page, "new-import");
  await give("export.json", wrong);
  await page.getByText("1,599 errors found").waitFor();
  await page.getByText('channel type "teem"').first().waitFor();
  await expectGoodPage(page, "new-import-errors");
  await give("export.json", right);
  await page.getByText("No errors found").waitFor();
  await page.getByText("1,382 messages").waitFor();
  await upload("export.json", wrong);
  await page.getByText("Errors found").first().waitFor();
  await page.getByText("The file has errors.").waitFor();
  await page.getByRole("region", { name: "Issues" }).getByText("teem").first().waitFor();
  await expectGoodPage(page, "import-failed");

  await page.getByRole("region", { name: "Issues" }).locator("summary").first().click();
  await page.getByText("To mend it:").first().waitFor();
  await expectGoodPage(page, "issue");
  await page.getByRole("link", { name: "Show it in the file" }).first().click();
  await page
    .getByRole("region", { name: "Preview of the file" })
    .getByText("teem")
    .first()
    .waitFor();
  await expectGoodPage(page, "import-file");

  await page.getByRole("link", { name: "Upload the corrected file" }).click();
  await upload("export-2.json", right);
  await page.getByRole("button", { name: "Confirm the import" }).waitFor();
  await page.getByRole("heading", { name: "What changed" }).waitFor();
  await page.getByText("mended").first().waitFor();
  await expectGoodPage(page, "import-waiting");

  await page.getByRole("button", { name: "Confirm the import" }).click();
  await page.getByText("All that is in the file is in the app.").waitFor();
  await page.getByRole("cell", { name: "1,382" }).first().waitFor();
  await page.getByRole("tab", { name: "History" }).click();
  await page.getByText("Waiting for confirmation").waitFor();
  await expectGoodPage(page, "import-completed");

  await page.getByRole("link", { name: "Data Imports" }).click();
  await page.getByRole("heading", { name: "Data Imports" }).waitFor();
  await expectGoodPage(page, "imports");
  await page.getByLabel("Status").selectOption("Errors found");
  await expect
    .poll(() => page.getByRole("link", { name: /^export/ }).allTextContents())
    .toEqual(["export.json"]);
  expect(page.url()).toContain("state=analyze_failed");
  await page.reload();
  await page.getByRole("link", { name: "export.json" }).waitFor();
  expect(troubles).toEqual([]);
});

test("what cannot be an import file is refused before anything is sent", async () => {
  await page.goto(`${served.url}/dashboard/apps/default?upload=true`);
  await give("empty.json", "");
  await page.getByText("empty.json is empty.").waitFor();
  await give("picture.png", "x");
  await page.getByText("does not look like an import file").waitFor();
  expect(await page.getByRole("button", { name: "Upload and check" }).isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(troubles).toEqual([]);
});

test("who has no file takes the sample, of which nothing is wrong", async () => {
  await page.goto(`${served.url}/dashboard/apps/default?upload=true`);
  await page.getByRole("button", { name: "Try it with sample data" }).click();
  await page.getByText("No errors found").waitFor();
  await page.getByRole("button", { name: "Upload and check" }).click();
  await page.getByRole("heading", { name: "sample.json" }).waitFor();
  await page.getByRole("button", { name: "Reject" }).click();
  await page.getByLabel("Reason").fill("Only to try");
  await page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
  await page.getByText("Nobody goes on with it.", { exact: false }).first().waitFor();
  await page.getByRole("tab", { name: "History" }).click();
  await page.getByText("Only to try").waitFor();
  expect(troubles).toEqual([]);
});
