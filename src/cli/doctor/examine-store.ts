import { checkStore, StoreError } from "../../store/index.ts";
import type { Finding } from "./finding.ts";

/** Whether the databases in a folder, or the one at an address, are of this version, and whole. */
export async function examineStore(folder: string, url: string | undefined): Promise<Finding> {
  const name = "store";
  try {
    const files = await checkStore({ folder, ...(url !== undefined && { url }) });
    const text =
      files.length === 0
        ? "empty: nothing was imported yet"
        : `${files.join(" and ")} ${files.length === 1 ? "is" : "are"} ${url === undefined ? "whole" : "there, and suits"}`;
    return { name, verdict: "fine", text, fix: null };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const { code, message, fix } = error;
    if (code !== "store_older") return { name, verdict: "wrong", text: message, fix };
    return {
      name,
      verdict: "warning",
      text: "made by an older version; the next command that writes brings it up to date",
      fix:
        url === undefined
          ? "keep a copy of the folder before that"
          : "make a backup of the database before that",
    };
  }
}
