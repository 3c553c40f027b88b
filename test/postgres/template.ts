import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { openStore } from "../../src/store/index.ts";
import { startPostgres } from "./start-postgres.ts";

/** A database that others are made of. Disposing of it removes it and all that were made. */
export interface Template extends AsyncDisposable {
  /** Makes a database with the tables of a new store, and gives its address. */
  makeDatabase(): Promise<string>;
}

/** Makes one on the server of TEST_DATABASE_URL, else on one that is started for it. */
export async function openTemplate(): Promise<Template> {
  await using opened = new AsyncDisposableStack();
  const given = process.env["TEST_DATABASE_URL"];
  const url = given ?? opened.use(await startPostgres()).url;
  const client = new Client({ connectionString: url });
  await client.connect();
  opened.defer(() => client.end());
  const name = `chatferry_test_${randomBytes(4).toString("hex")}`;
  const made: string[] = [];
  const make = async (database: string, from: string) => {
    await client.query(`create database ${database} encoding 'UTF8' template ${from}`);
    made.push(database);
    return Object.assign(new URL(url), { pathname: `/${database}` }).href;
  };
  opened.defer(async () => {
    for (const database of made) {
      await client.query(`drop database if exists ${database} with (force)`);
    }
  });
  await (
    await openStore({ folder: "", url: await make(name, "template0") })
  )[Symbol.asyncDispose]();
  let last = Promise.resolve("");
  const kept = opened.move();
  return {
    // One behind the other: they are all made of the same one.
    makeDatabase: () => {
      const next = last.then(() => make(`${name}_${made.length}`, name));
      last = next.catch(() => "");
      return next;
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
