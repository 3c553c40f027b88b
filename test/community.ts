import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The path of the demo's import file: a real community, all valid. */
export const communityFile = fileURLToPath(new URL("../fixtures/community.json", import.meta.url));

/** One element of it. */
export interface Element {
  type: string;
  item: Record<string, unknown>;
}

/** Its elements, fresh at each call. */
export function community(): Element[] {
  return JSON.parse(readFileSync(communityFile, "utf8")) as Element[];
}

/** The community `times` over as JSON Lines, each time with ids of its own. Every item says when it was created, so that two loads make the same rows. */
export function manyCommunities(times: number): string {
  const own = ["id", "message_id", "channel_id", "user", "user_id", "created_by"];
  const lines: string[] = [];
  for (let time = 0; time < times; time++) {
    for (const { type, item } of community()) {
      const copy: Element["item"] = { created_at: "2015-01-01T00:00:00Z", ...item };
      for (const field of own) if (field in copy) copy[field] = `${String(copy[field])}-${time}`;
      const mentions = copy["mentioned_users_ids"] as string[] | undefined;
      if (mentions) copy["mentioned_users_ids"] = mentions.map((id) => `${id}-${time}`);
      lines.push(JSON.stringify({ type, item: copy }));
    }
  }
  return `${lines.join("\n")}\n`;
}
