import {
  channelLabel,
  channelOf,
  type CheckedItem,
  type Issue,
  itemId,
  itemKey,
  itemLabel,
  parseTime,
  type Reference,
  references,
} from "../format/index.ts";
import { hashKey } from "./hash-key.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import type { KeyMap } from "./key-map.ts";
import { keyText } from "./key-record.ts";
import type { KnownItem } from "./known-item.ts";
import { verdict } from "./verdict.ts";

/** What an item's references, and the items that share its key, have to say. */
export interface ReferenceIssues {
  readonly issues: readonly { readonly issue: Issue; readonly reference?: Reference }[];
  /** Issues that only follow from another one of the same item. */
  readonly withheld: number;
}

const hash = new Uint32Array(keyWords);

/** The issues of an item that the rest of the file decides. `missing` has the keys that nothing defines, `known` those of them that the app has, `bits` what {@link verdict} says of the item. */
export function referenceIssues(
  { type, item }: CheckedItem,
  missing: KeyMap,
  known: ReadonlyMap<string, KnownItem>,
  bits: number,
  hasher: KeyHasher,
): ReferenceIssues {
  const issues: { issue: Issue; reference?: Reference }[] = [];
  const label = () => itemLabel(type, item);
  const channel = () =>
    type === "channel"
      ? channelLabel(item["type"], item["id"], item["member_ids"])
      : channelLabel(item["channel_type"], item["channel_id"], item["channel_member_ids"]);
  let withheld = 0;
  if (bits & verdict.duplicate) {
    const pointer = itemKey(type, item) === item["id"] ? "/id" : "";
    issues.push({ issue: { code: "duplicate_item", pointer, item_type: type, label: label() } });
  }
  if (bits & verdict.otherTeam) {
    const user = item["user_id"] as string;
    issues.push({
      issue: { code: "team_mismatch", pointer: "/user_id", user, channel: channel() },
    });
  }

  const unlisted: string[] = [];
  let ownPartMissing = false;
  for (const reference of references(type, item)) {
    const { space, key, role, field, index, target } = reference;
    const pointer = index < 0 ? `/${field}` : `/${field}/${index}`;
    hashKey(hasher, space, key, hash, 0);
    const isHere = missing.find(hash, 0) < 0;
    const elsewhere = isHere ? undefined : known.get(keyText(space, key));
    const found = isHere || elsewhere !== undefined;
    const judged = elsewhere === undefined ? bits : judge({ type, item }, elsewhere);
    if (role === "parent" && found) {
      const thread = { pointer, message: itemId(type, item) ?? "", parent: target };
      if (judged & verdict.parentIsReply)
        issues.push({ issue: { code: "parent_is_reply", ...thread } });
      if (judged & verdict.parentElsewhere) {
        issues.push({ issue: { code: "parent_in_other_channel", ...thread } });
      }
      if (judged & verdict.olderThanParent) {
        issues.push({ issue: { code: "reply_before_parent", ...thread } });
      }
    } else if (space === "message" && found && judged & verdict.onDeleted) {
      issues.push({ issue: { code: "reaction_on_deleted_message", pointer, message: target } });
    }
    if (found) continue;
    if (role === "listed") {
      unlisted.push(target);
    } else if (role === "author") {
      if (ownPartMissing) withheld++;
      else {
        const issue = {
          code: "author_not_member",
          pointer,
          user: target,
          channel: channel(),
        } as const;
        issues.push({ issue });
      }
    } else {
      ownPartMissing ||= space === "channel" || field === "user";
      const named = space === "channel" && field !== "channel_mutes" ? channel() : target;
      const args = { pointer, field, target: named, label: label() };
      const code = `${space as "user" | "channel" | "message"}_not_found` as const;
      issues.push({ issue: { code, ...args }, reference });
    }
  }
  if (unlisted.length > 0) {
    const args = { pointer: "/member_ids", channel: channel(), users: unlisted };
    issues.push({ issue: { code: "members_not_found", ...args } });
  }
  return { issues, withheld };
}

/** What is wrong between an item and a message of the app that it replies or reacts to, as bits of {@link verdict}. */
function judge({ type, item }: CheckedItem, { message }: KnownItem): number {
  if (message === undefined) return 0;
  if (type === "reaction") return message.isDeleted ? verdict.onDeleted : 0;
  let bits = 0;
  if (message.isReply) bits |= verdict.parentIsReply;
  const channel = channelOf(type, item);
  if (channel !== undefined && channel !== message.cid) bits |= verdict.parentElsewhere;
  const time = typeof item["created_at"] === "string" ? parseTime(item["created_at"]) : undefined;
  if (time !== undefined && time < message.createdAt) bits |= verdict.olderThanParent;
  return bits;
}
