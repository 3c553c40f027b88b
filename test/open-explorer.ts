import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser, openPage } from "./browser.ts";
import { community } from "./community.ts";
import { explorerItems } from "./explorer-items.ts";
import { runCli } from "./run-cli.ts";
import { setUp } from "./set-up.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

/** A dashboard whose app holds a community and a house in which everything occurs. */
export interface Explorer extends AsyncDisposable {
  /** Of the admin. */
  readonly page: Page;
  readonly troubles: readonly string[];
  /** Opens a page of the explorer. */
  readonly open: (path: string) => Promise<unknown>;
  /** The text of a column of the table that is shown. */
  readonly cells: (column: number) => Promise<string[]>;
}

/** Opens one. */
export async function openExplorer(): Promise<Explorer> {
  const folder = tempFolder();
  const [browser, served] = await Promise.all([openBrowser(), startServe(folder.path)]);
  const file = join(folder.path, "items.json");
  const items = [...community(), ...explorerItems(`${served.url}/picture.svg`)];
  writeFileSync(file, JSON.stringify(items));
  const imported = await runCli(["import", file, "--yes", "--data", folder.path]);
  if (imported.code !== 0) throw new Error(imported.stdout + imported.stderr);
  const { page, troubles } = await openPage(browser, served.url);
  // The server has no pictures of its own.
  await page.route("**/picture.svg", (route) =>
    route.fulfill({ path: "dashboard/icon.svg", contentType: "image/svg+xml" }),
  );
  await setUp(page, served);
  return {
    page,
    troubles,
    open: (path) => page.goto(`${served.url}/dashboard/apps/default/explorer/${path}`),
    cells: (column) => page.locator(`tbody td:nth-child(${column})`).allTextContents(),
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      served.process.kill("SIGTERM");
      await served.ended;
      folder[Symbol.dispose]();
    },
  };
}
