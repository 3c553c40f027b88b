import { StoreError, type Accounts } from "../../store/index.ts";
import type { Settings } from "../settings/index.ts";
import { SettingsError } from "../settings/index.ts";
import type { Sessions } from "./open-sessions.ts";

/** Makes the first account where the settings name one and there is none yet.
 *
 * @returns whether there is an account now
 * @throws SettingsError where they name half of one */
export async function firstAccount(
  accounts: Accounts,
  sessions: Pick<Sessions, "hash">,
  { adminEmail: email, adminPassword: password }: Pick<Settings, "adminEmail" | "adminPassword">,
): Promise<boolean> {
  if (await accounts.any()) return true;
  if (email === undefined && password === undefined) return false;
  if (email === undefined || password === undefined) {
    const half =
      email === undefined
        ? {
            source: "ADMIN_EMAIL",
            allowed: "the address of the first account, as ADMIN_PASSWORD is set",
          }
        : {
            source: "ADMIN_PASSWORD",
            allowed: "the password of the first account, as ADMIN_EMAIL is set",
          };
    throw new SettingsError([{ ...half, value: "" }]);
  }
  try {
    await accounts.setUp({ email, name: email.split("@")[0]! }, await sessions.hash(password));
  } catch (error) {
    // Another process on the folder was faster.
    if (!(error instanceof StoreError && error.code === "accounts_set_up")) throw error;
  }
  return true;
}
