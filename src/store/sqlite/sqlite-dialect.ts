import { type RawBuilder, sql } from "kysely";
import type { CustomPath, QueryDialect, ValueKind } from "../queries/dialect.ts";

/** What SQLite says its own way. Lists and custom data are JSON text; truth values 0 and 1. */
export const sqliteDialect: QueryDialect = {
  // Left alone it takes the wider index, of which it knows that it need not look at the table.
  countedMessages: sql`messages indexed by messages_that_count`,
  boolean: Number,
  number: (value) => value,
  // Times are text that begins with a digit.
  time: (value = "a") => value,
  oneOf: (value, texts) =>
    sql`${value} in (select entry.value from json_each(${JSON.stringify(texts)}) as entry)`,
  custom(column, path, kind) {
    const at = jsonPath(path);
    const type = sql`json_type(${column}, ${at})`;
    if (kind === "boolean") return sql`case ${type} when 'true' then 1 when 'false' then 0 end`;
    return sql`case when ${type} in (${jsonTypes[kind]}) then json_extract(${column}, ${at}) end`;
  },
  customAny: (column, path) => sql`nullif(json_type(${column}, ${jsonPath(path)}), 'null')`,
  customOrder(column, path) {
    const at = jsonPath(path);
    return [
      sql`case when json_type(${column}, ${at}) not in ('array', 'object') then json_extract(${column}, ${at}) end`,
    ];
  },
  customEntry(column, path, kind, test) {
    const at = jsonPath(path);
    return sql`(json_type(${column}, ${at}) = 'array' and exists (select 1 from json_each(${column}, ${at}) as entry where entry.type in (${jsonTypes[kind]}) and ${test(sql.ref("entry.value"))}))`;
  },
  entry(column, test, property) {
    const value = sql.ref("entry.value");
    const found =
      property === undefined ? value : sql`json_extract(${value}, ${jsonPath([property])})`;
    return sql`exists (select 1 from json_each(${column}) as entry where ${test(found)})`;
  },
  // Text that is all ASCII, as most is, is looked at by SQLite alone before the function is called, which takes longer.
  hasWords: (value, { words, prefix }) =>
    sql`((length(${value}) <> octet_length(${value}) or instr(lower(${value}), ${longest(words)}) > 0) and has_words(${value}, ${JSON.stringify(words)}, ${Number(prefix)}) = 1)`,
  messageHasWords({ words, prefix }) {
    // Terms are letters and digits in quotes: nothing that a person writes is syntax.
    const phrases = words.map((terms) => `"${terms.join(" ")}"`).join(" ");
    return sql`messages.number in (select rowid from messages_search where messages_search match ${prefix ? `${phrases}*` : phrases})`;
  },
};

const jsonTypes: Readonly<Record<ValueKind, RawBuilder<unknown>>> = {
  text: sql`'text'`,
  number: sql`'integer', 'real'`,
  boolean: sql`'true', 'false'`,
};

/** A path as json_extract takes it: names in quotes, escaped as in JSON. */
function jsonPath(path: CustomPath): string {
  return `$${path.map((name) => `.${JSON.stringify(name)}`).join("")}`;
}

function longest(words: readonly (readonly string[])[]): string {
  return words.flat().reduce((a, b) => (b.length > a.length ? b : a));
}
