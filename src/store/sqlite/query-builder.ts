import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";

/** How many statements are kept prepared: far more than there are kinds of questions, since filters make statements of their own. */
const most = 200;

/** Lets Kysely, which knows another driver, build and run queries on an open database. It holds nothing of its own but prepared statements: closing the database is enough. */
export function queryBuilder<Tables>(db: DatabaseSync): Kysely<Tables> {
  const prepared = new Map<string, SqliteStatement>();
  const database: SqliteDatabase = {
    close: () => db.close(),
    prepare: (sql) => {
      const found = prepared.get(sql) ?? prepare(db, sql);
      if (prepared.size >= most) prepared.clear();
      prepared.set(sql, found);
      return found;
    },
  };
  return new Kysely({ dialect: new SqliteDialect({ database }) });
}

function prepare(db: DatabaseSync, sql: string): SqliteStatement {
  const statement = db.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
