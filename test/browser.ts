import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { buildDashboard } from "../scripts/dashboard-build.ts";

const program = "/usr/bin/chromium";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Where pictures of pages are kept. */
const pictures = "test-output/dashboard";

/** Starts the system's Chromium, and builds the dashboard that it is to show. As root on Debian, Chromium is installed where it is not there. */
export async function openBrowser(): Promise<Browser> {
  buildDashboard();
  if (!existsSync(program)) install();
  // As root, Chromium has no sandbox.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: program, args });
}

function install(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error(`These tests need Chromium at ${program}: install the package chromium.`);
  }
  const options = { stdio: "inherit", timeout: 300_000 } as const;
  execFileSync("apt-get", ["update", "-q"], options);
  execFileSync("apt-get", ["install", "-qy", "--no-install-recommends", "chromium"], options);
}

/** A page in a window of its own, with what went wrong on it so far: whatever the browser refuses, what no one caught, and requests that leave the server. */
export async function openPage(
  browser: Browser,
  url: string,
): Promise<{ readonly page: Page; readonly troubles: readonly string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    // An answer with an error is told here, too; the page shows it.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      troubles.push(message.text());
    }
  });
  page.on("request", (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== url) {
      troubles.push(`request to ${request.url()}`);
    }
  });
  return { page, troubles };
}

/** Looks at a page in light and dark, wide and as on a phone: keeps pictures of it, and expects that axe finds nothing and that nothing stands out at the side. */
export async function expectGoodPage(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const wide = page.viewportSize()!;
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const width of [wide.width, 390]) {
      await page.setViewportSize({ width, height: wide.height });
      await page.screenshot({ path: `${pictures}/${name}-${scheme}-${width}.png` });
      expect(await page.evaluate(`document.documentElement.scrollWidth`)).toBeLessThanOrEqual(
        width,
      );
      // Colours come from the scheme and layout from the width: two of the four have all.
      if ((scheme === "light") !== (width === wide.width)) continue;
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>("axe.run()");
      const found = violations.map(({ id, nodes }) => ({
        id,
        at: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
      }));
      expect({ name, scheme, width, found }).toEqual({ name, scheme, width, found: [] });
    }
  }
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: "light" });
}
