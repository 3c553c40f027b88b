import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { Kysely, type SqliteDatabase, SqliteDialect } from "kysely";
import type { ItemTables } from "../tables.ts";

/** Lets Kysely, which knows another driver, build and run queries on an open database. It holds nothing of its own: closing the database is enough. */
export function queryBuilder(db: DatabaseSync): Kysely<ItemTables> {
  const database: SqliteDatabase = {
    close: () => db.close(),
    prepare: (sql) => {
      const statement = db.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
  return new Kysely({ dialect: new SqliteDialect({ database }) });
}
