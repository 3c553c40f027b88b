import type { Page } from "playwright-core";
import type { Served } from "./start-serve.ts";

/** The admin of the tests of the dashboard. */
export const ada = {
  name: "Ada Lovelace",
  email: "ada@house.test",
  password: "correct horse battery",
};

/** Makes the admin by the link of the first start; then the overview of the app is open. */
export async function setUp(page: Page, { setupLink }: Served): Promise<void> {
  await page.goto(setupLink!);
  await page.getByLabel("Name").fill(ada.name);
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByRole("textbox", { name: "Password" }).fill(ada.password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("heading", { name: "default", level: 1 }).waitFor();
}
