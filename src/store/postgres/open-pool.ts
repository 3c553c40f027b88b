import { Pool } from "pg";
import { StoreError } from "../store-error.ts";
import { connectionString } from "./connection-string.ts";
import { valueTypes } from "./value-types.ts";

/** The first version that has all that is asked of it. */
const oldest = 15;

const settings =
  "set timezone = 'UTC'; set datestyle = 'ISO'; set jit = off; set standard_conforming_strings = on; set client_min_messages = warning";

/** Milliseconds that a statement may take, but for those of a load. */
const timeout = 60_000;

/** Most connections of one pool. */
const most = 10;

/** Opens a pool of connections to a database that suits. A connection that is lost is replaced when next one is needed.
 *
 * @throws what `pg` throws; StoreError `store_unsuitable` */
export async function openPool(url: string): Promise<Pool> {
  const pool = new Pool({
    connectionString: connectionString(url),
    application_name: "chatferry",
    max: most,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: valueTypes,
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, which its types do not know yet.
    onConnect: (client) =>
      client.query(`${settings}; set statement_timeout = ${timeout}`).then(() => undefined),
  });
  // Whoever needs the connection next is told; nobody does while it is idle.
  pool.on("error", () => undefined);
  try {
    const { rows } = await pool.query<{ version: number; encoding: string; schema: string | null }>(
      "select current_setting('server_version_num')::integer as version, current_setting('server_encoding') as encoding, current_schema() as schema",
    );
    mustSuit(rows[0]!);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function mustSuit({
  version,
  encoding,
  schema,
}: {
  readonly version: number;
  readonly encoding: string;
  readonly schema: string | null;
}): void {
  const major = Math.floor(version / 10_000);
  if (major < oldest) {
    throw new StoreError(
      "store_unsuitable",
      `The database is PostgreSQL ${major}; ${oldest} is the oldest that will do.`,
      `Use PostgreSQL ${oldest} or a newer one.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new StoreError(
      "store_unsuitable",
      `The database holds text in the encoding ${encoding}, which has not all letters.`,
      "Make a database with the encoding UTF8: create database chatferry encoding 'UTF8' template template0.",
    );
  }
  if (schema === null) {
    throw new StoreError(
      "store_unsuitable",
      "The database has no schema to make tables in: none of the search path is there.",
      "Create the schema that the search path of the user begins with, or set another search path.",
    );
  }
}
