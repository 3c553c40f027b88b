import { type Expression, type RawBuilder, sql, type SqlBool } from "kysely";
import type { WantedWords } from "../has-words.ts";
import type { CustomPath, QueryDialect, ValueKind } from "../queries/dialect.ts";
import { termOf } from "./term-of.ts";

/** What PostgreSQL says its own way. Lists and custom data are JSON that keeps its text; truth values 0 and 1, so that statements say the same everywhere. */
export const postgresDialect: QueryDialect = {
  countedMessages: sql`messages`,
  boolean: Number,
  number: (value) => sql`${value}::float8`,
  time: (value = "infinity") => sql`${value}::timestamptz`,
  oneOf: (value, texts) => sql`${value} = any(${texts})`,
  custom: (column, path, kind) => valueOf(at(column, path), kind),
  customAny: (column, path) => sql`nullif(json_typeof(${at(column, path)}), 'null')`,
  customOrder(column, path) {
    const value = at(column, path);
    const type = sql`json_typeof(${value})`;
    return [
      sql`case ${type} when 'boolean' then 0 when 'number' then 0 when 'string' then 1 end`,
      sql`case ${type} when 'boolean' then (case ${value} #>> '{}' when 'true' then 1 else 0 end)::float8 when 'number' then (${value} #>> '{}')::float8 end`,
      valueOf(value, "text"),
    ];
  },
  customEntry(column, path, kind, test) {
    const list = at(column, path);
    return sql`exists (select 1 from json_array_elements(case json_typeof(${list}) when 'array' then ${list} end) as entry (value) where ${test(valueOf(sql.ref("entry.value"), kind))})`;
  },
  entry(column, test, property) {
    if (property === undefined) {
      return sql`exists (select 1 from json_array_elements_text(${column}) as entry (value) where ${test(sql.ref("entry.value"))})`;
    }
    const found = sql`(${sql.ref("entry.value")} ->> ${property}::text)`;
    return sql`exists (select 1 from json_array_elements(${column}) as entry (value) where ${test(found)})`;
  },
  // Text that is all ASCII, as most is, is looked at as it stands before the function is called, which takes longer.
  hasWords: (value, wanted) =>
    sql`((octet_length(${value}) <> length(${value}) or strpos(lower(${value} collate "C"), ${longest(wanted)}) > 0) and ${phrases(sql`search_words(${value})`, wanted, wanted.words)})`,
  messageHasWords(wanted) {
    const { words, prefix } = wanted;
    const terms = words.flat().map((term) => `'${termOf(term)}'`);
    // Terms are letters and digits: nothing that a person writes is syntax.
    const query = `${terms.join(" & ")}${prefix ? ":*" : ""}`;
    const inARow = words.filter((word) => word.length > 1);
    const conditions = [
      sql`messages_search.app = messages.app`,
      sql`messages_search.id = messages.id`,
      sql`array_to_tsvector(string_to_array(messages_search.words, ' ')) @@ ${query}::tsquery`,
      ...(inARow.length > 0
        ? [phrases(sql`(' ' || messages_search.words || ' ')`, wanted, inARow)]
        : []),
    ];
    return sql`exists (select 1 from messages_search where ${sql.join(conditions, sql` and `)})`;
  },
};

/** A value in custom data. Only names lead on: no number of an entry in a list. */
function at(column: RawBuilder<unknown>, path: CustomPath): RawBuilder<unknown> {
  return path.reduce<RawBuilder<unknown>>(
    (found, name) => sql`(${found} -> ${name}::text)`,
    column,
  );
}

/** A JSON value where it is of one kind, else null. */
function valueOf(value: Expression<unknown>, kind: ValueKind): RawBuilder<unknown> {
  const text = sql`${value} #>> '{}'`;
  if (kind === "text") {
    return sql`(case json_typeof(${value}) when 'string' then ${text} end) collate "C"`;
  }
  if (kind === "number")
    return sql`case json_typeof(${value}) when 'number' then (${text})::float8 end`;
  return sql`case ${text} when 'true' then (case json_typeof(${value}) when 'boolean' then 1 end) when 'false' then (case json_typeof(${value}) when 'boolean' then 0 end) end`;
}

/** Whether terms with a space between two and at both ends have those of each word in a row. */
function phrases(
  terms: RawBuilder<unknown>,
  { words, prefix }: WantedWords,
  wanted: WantedWords["words"],
): RawBuilder<SqlBool> {
  const last = words.at(-1);
  const found = wanted.map((word) => {
    const end = prefix && word === last ? "" : " ";
    return sql`strpos(${terms}, ${` ${word.map(termOf).join(" ")}${end}`}) > 0`;
  });
  return sql<SqlBool>`(${sql.join(found, sql` and `)})`;
}

function longest({ words }: WantedWords): string {
  return words.flat().reduce((a, b) => (b.length > a.length ? b : a));
}
