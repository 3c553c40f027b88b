import {
  customDataLimit,
  type Field,
  type ItemType,
  itemTypes,
  type ItemTypeName,
} from "../../format/index.ts";
import type { Fault, FaultyElement, ItemFields } from "./fault.ts";
import { everyCustom, everyItem, everyLeaf } from "./hosts.ts";

/** Faults of one field. */
export const fieldFaults = {
  required_field: {
    hosts: everyLeaf,
    plant: (item, type, { random }) => {
      const draw = random.below(8);
      if (draw === 0) return { element: (envelope) => ({ [envelope]: item }), pointer: "/type" };
      if (draw === 1) return { element: () => ({ type }), pointer: "/item" };
      const required = fieldsOf(type).filter((field) => field.required);
      const field = random.pick(required).name;
      const { [field]: _, ...rest } = item;
      const value = random.pick([undefined, null, ""]);
      return {
        item: value === undefined ? rest : { ...rest, [field]: value },
        pointer: `/${field}`,
      };
    },
  },
  reserved_field: {
    hosts: { user: "any", channel: "any", message: "any", reaction: "any" },
    plant: (item, type, { random }) => {
      if (type === "message" && random.chance(0.2)) {
        const attachments = [{ type: "image", actions: [] }];
        return { item: { ...item, attachments }, pointer: "/attachments/0/actions" };
      }
      return added(item, random.pick((itemTypes[type] as ItemType).reserved), "ours");
    },
  },
  wrong_kind: {
    hosts: everyItem,
    plant: (item, type, { random }) => {
      const field = random.pick(fieldsOf(type).filter(isFree));
      const value = { string: 42, time: 1_714_557_600, boolean: "yes", number: "12" };
      const kind = field.kind as keyof typeof value;
      return changed(item, field.name, value[kind] ?? random.pick(["a, b", 1, true]));
    },
  },
  max_length_exceeded: {
    hosts: { user: "leaf", device: "leaf", channel: "leaf", message: "leaf", reaction: "leaf" },
    plant: (item, type, { random, number }) => {
      if (type === "message" && random.chance(0.1))
        return changed(item, "text", "é".repeat(20_001));
      if (type === "reaction") return changed(item, "type", `${number}:`.padEnd(31, "like"));
      return changed(item, "id", `${number}-`.padEnd(type === "channel" ? 65 : 256, "long"));
    },
  },
  invalid_value: {
    hosts: everyItem,
    plant: (item, type, { random, number }) => {
      const draw = random.below(4);
      if (draw === 0 && type === "device") return changed(item, "push_provider_type", "pigeon");
      if (draw === 0 && type === "reaction") return changed(item, "type", `like ${number}`);
      if (draw === 0 && type === "message") return changed(item, "type", "shout");
      if (draw === 1 && type === "message") {
        const mentioned_users_ids = [""];
        return { item: { ...item, mentioned_users_ids }, pointer: "/mentioned_users_ids/0" };
      }
      if (draw === 0 && type === "user") {
        const push_preferences = { chat_level: "loud" };
        return { item: { ...item, push_preferences }, pointer: "/push_preferences/chat_level" };
      }
      return changed(item, "created_at", random.pick(wrongTimes));
    },
  },
  invalid_text: {
    hosts: everyCustom,
    plant: (item, _type, { random }) =>
      added(item, "note", random.pick(["half \ud83d", "\ude00", "nothing \0 here"])),
  },
  number_out_of_range: {
    hosts: everyCustom,
    plant: (item, type, { random }) => {
      const value = random.pick([2 ** 53, -(2 ** 53), 1e300]);
      if (type === "message" && random.chance(0.3)) {
        const attachments = [{ type: "file", size: value }];
        return { item: { ...item, attachments }, pointer: "/attachments/0/size" };
      }
      return added(item, "account", value);
    },
  },
  custom_data_too_large: {
    hosts: everyCustom,
    plant: (item, type, { random }) => {
      const notes = "much ".repeat(customDataLimit / 5);
      if (type === "message" && random.chance(0.3)) {
        return {
          item: { ...item, attachments: [{ type: "poll", notes }] },
          pointer: "/attachments/0",
        };
      }
      return { item: { ...item, notes }, pointer: "" };
    },
  },
  nesting_too_deep: {
    hosts: everyCustom,
    plant: (item, _type, { random }) => {
      let tree: unknown = 0;
      const wrap = random.chance(0.5)
        ? (value: unknown) => [value]
        : (value: unknown) => ({ a: value });
      for (let depth = 0; depth < 100; depth++) tree = wrap(tree);
      return { item: { ...item, tree } };
    },
  },
  misspelled_field: {
    hosts: everyItem,
    plant: (item, type, { random }) => {
      const absent = fieldsOf(type).filter(({ name }) => name.length >= 4 && !(name in item));
      if (absent.length === 0) return;
      const { name } = random.pick(absent);
      const wrong = name.includes("_")
        ? name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())
        : `${name}${name.at(-1)!}`;
      return added(item, wrong, "as custom data");
    },
  },
  unknown_field: {
    hosts: { device: "any", future_channel_ban: "any" },
    plant: (item) => added(item, "nickname", "phone"),
  },
  field_given_twice: {
    hosts: { member: "any" },
    plant: (item, _type, { random }) => {
      const answer = random.pick(["accepted", "rejected"]);
      const [name, alias] = [`invite_${answer}_at`, `invited_${answer}_at`];
      const time = "2024-05-01T10:00:00Z";
      return { item: { ...item, [name]: time, [alias]: time }, pointer: `/${alias}` };
    },
  },
  invalid_cid: {
    hosts: { user: "any" },
    plant: (item, _type, { random }) => {
      const channel_mutes = [random.pick(["hall", "messaging:", "messaging:hall:1", ""])];
      return { item: { ...item, channel_mutes }, pointer: "/channel_mutes/0" };
    },
  },
  last_read_in_future: {
    hosts: { member: "any" },
    plant: (item) => changed(item, "last_read", "9000-01-01T00:00:00Z"),
  },
} as const satisfies Record<string, Fault>;

const wrongTimes = [
  "yesterday",
  "01/05/2024",
  "2024-05-01",
  "2024-05-01 10:00:00Z",
  "2023-02-29T10:00:00Z",
  "2024-05-01T24:00:00Z",
  "2024-05-01T10:00:00",
  "2024-05-01T10:00:60Z",
];

function fieldsOf(type: ItemTypeName): readonly Field[] {
  return itemTypes[type].fields;
}

/** Whether no other field, key or reference depends on the field. */
function isFree(field: Field): boolean {
  const refers = "refersTo" in field && field.refersTo !== undefined;
  return (
    !refers &&
    field.upsert !== "key" &&
    !/^(pin|invite_|channel_id|channel_member_ids)/.test(field.name)
  );
}

function changed(item: ItemFields, field: string, value: unknown): FaultyElement {
  return { item: { ...item, [field]: value }, pointer: `/${field}` };
}

function added(item: ItemFields, field: string, value: unknown): FaultyElement {
  return { item: { ...item, [field]: value }, pointer: `/${field}` };
}
