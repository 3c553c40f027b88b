import { openClient } from "../../client/index.ts";
import { formatDuration } from "../numbers.ts";
import { readCredentials } from "../read-credentials.ts";
import { UsageError } from "../usage-error.ts";
import type { Finding } from "./finding.ts";

/** How far clocks may differ, in milliseconds, before the server refuses tokens that are made here; its own has whole seconds. */
const skew = 5_000;

/** Whether a server is reached, its clock is that of this machine, and it takes the credentials. What fails keeps the rest from being looked at. */
export async function examineServer(url: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const fine = (name: string, text: string) =>
    findings.push({ name, verdict: "fine", text, fix: null });
  try {
    const began = Date.now();
    const { time } = await openClient({ url, key: "" }).getHealth();
    const ended = Date.now();
    fine("server", `${url} answers in ${ended - began} ms`);
    const apart = Math.max(began - (time + 999), time - ended, 0);
    if (apart > skew) {
      findings.push({
        name: "clock",
        verdict: "wrong",
        text: `${formatDuration(apart)} apart from the server's, which refuses tokens from the future and from long ago`,
        fix: "set both by NTP",
      });
    } else if (!Number.isNaN(time)) {
      fine("clock", "that of the server");
    }
    const { name, mode } = await openClient({ url, ...(await readCredentials(url)) }).getApp();
    fine("credentials", `of the app ${name}, in ${mode} mode`);
  } catch (error) {
    const { message, fix } = explained(error);
    const name = findings.length === 0 ? "server" : "credentials";
    findings.push({ name, verdict: "wrong", text: message, fix });
  }
  return findings;
}

function explained(error: unknown): { readonly message: string; readonly fix: string } {
  if (error instanceof UsageError) {
    const [message = "", fix = ""] = error.message.split("; ");
    return { message, fix };
  }
  if (error instanceof Error && "fix" in error) {
    return { message: error.message, fix: String(error.fix) };
  }
  throw error;
}
