import {
  builtInChannelTypes,
  builtInRoles,
  customDataLimit,
  type Field,
  type ItemType,
  itemTypes,
} from "../src/format/index.ts";

const intro = `# The import format

Generated from the field tables in \`src/format/fields\` by \`npm run docs\`; change those.

An import file is one JSON list of elements, or JSON Lines with one element a line. It may be pretty-printed, begin with a byte order mark, have CRLF line ends, and be compressed as .gz or .zst; which of these it is, is told by its bytes. An element is \`{"type": T, "item": {...}}\` or \`{"type": T, "data": {...}}\`. Elements may stand in any order, and what one refers to must be in the same file.

- Times are RFC 3339 and kept to the microsecond: further digits are cut. Years 0001 to 9999. Second 60 is read at the end of a month (UTC) and becomes second 00 of the next minute.
- \`null\` in an optional built-in field means that it is absent. An empty string in a field that refers to something, or has a fixed set of values, and an empty \`member_ids\`, mean the same.
- Fields beside the built-in ones are custom data, kept as they are: at most ${customDataLimit.toLocaleString("en-US")} bytes of UTF-8, as compact JSON, in one object (each attachment counts by itself). Devices and future channel bans take none.
- An integer beyond plus or minus 9,007,199,254,740,991 is refused, as is U+0000 or half a surrogate pair in a string.
- A distinct channel is known by its members: give \`member_ids\` and no id, and refer to it by \`channel_member_ids\`, in any order. Its id is \`!members-\` and the base64url of SHA-512/256 over the sorted, de-duplicated ids joined by commas.
- Built-in roles: ${builtInRoles.join(", ")}. Built-in channel types: ${builtInChannelTypes.join(", ")}.

In the tables, *upsert* says what an import does when the item is already there: *key* identifies it, *overwritten* replaces the stored value where the file gives one, *kept* is set with a new item only. *Source* says which of the documented formats has the field: the historic page (h), the current page (c), the offline validator (v), the HTTP API (a); what is ours is marked (o).
`;

const sources = { historic: "h", current: "c", validator: "v", api: "a", chatferry: "o" };
const upserts = { key: "key", overwrite: "overwritten", keep: "kept" };

/** docs/format.md, from the field tables. */
export function formatPage(): string {
  const sections = Object.entries<ItemType>(itemTypes).map(([name, type]) => section(name, type));
  return `${[intro, ...sections].join("\n").trimEnd()}\n`;
}

function section(name: string, type: ItemType): string {
  const notes = [
    type.custom ? "Takes custom data." : "Takes no custom data.",
    ...(type.reserved.length > 0
      ? [`Reserved, and refused: ${type.reserved.map(code).join(", ")}.`]
      : []),
    ...Object.entries(type.aliases).map(([alias, field]) => `${code(alias)} is ${code(field)}.`),
  ];
  return `## ${name}\n\n${table(type.fields)}\n${notes.join(" ")}\n${nestedTables(type.fields)}`;
}

function nestedTables(fields: readonly Field[], path = ""): string {
  return fields
    .map((field) => {
      if (field.kind !== "object" && field.kind !== "objects") return "";
      const name = `${path}${field.name}`;
      const reserved =
        field.kind === "objects"
          ? `Takes custom data. Reserved, and refused: ${field.reserved.map(code).join(", ")}.\n`
          : "";
      const title = field.kind === "objects" ? `Each of ${code(name)}` : code(name);
      return `\n### ${title}\n\n${table(field.fields)}\n${reserved}${nestedTables(field.fields, `${name}.`)}`;
    })
    .join("");
}

function table(fields: readonly Field[]): string {
  const rows = fields.map((field) => {
    const cells = [
      code(field.name),
      kind(field),
      field.required ? "yes" : "",
      field.default === undefined
        ? ""
        : field.default.startsWith("import")
          ? field.default
          : code(field.default),
      limit(field),
      upserts[field.upsert],
      field.meaning,
      field.source.map((source) => sources[source]).join(" "),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `| field | kind | required | default | limit | upsert | meaning | source |\n|---|---|---|---|---|---|---|---|\n${rows.join("\n")}\n`;
}

function kind(field: Field): string {
  return {
    string: "string",
    strings: "list of strings",
    boolean: "boolean",
    number: "number",
    time: "time",
    map: "object of strings",
    object: "object",
    objects: "list of objects",
  }[field.kind];
}

function limit(field: Field): string {
  if (field.kind === "strings") return field.refersTo ? `${field.refersTo}s that exist` : "";
  if (field.kind !== "string") return "";
  const parts = [];
  if (field.values) parts.push(field.values.map(code).join(", "));
  if (field.limit !== undefined) {
    parts.push(`${field.limit.toLocaleString("en-US")} ${field.unit ?? "bytes"}`);
  }
  if (field.pattern) parts.push(code(field.pattern.source.slice(1, -2)));
  if (field.refersTo) parts.push(`${field.refersTo.replace("_", " ")} that exists`);
  return parts.join("; ");
}

function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|")}\``;
}
