import { StoreError } from "../store-error.ts";

/** Runs `work`, and turns what the server, or the way to it, throws in it into a {@link StoreError}. Other errors pass.
 *
 * @param url of the database; messages leave out its password. */
export async function withPostgresErrors<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw postgresError(nameOf(url), error);
  }
}

function postgresError(where: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  // Where a name has several addresses, each has failed in its own way.
  const first = error instanceof AggregateError ? (error.errors[0] as Error) : error;
  const { code = "" } = first as { readonly code?: string };
  const why = first.message;
  const known = kinds.find(({ codes, words }) => codes.test(code) || words?.test(why));
  if (known !== undefined) {
    return new StoreError(known.is, `${where} ${known.says}: ${why}.`, known.fix, error);
  }
  if (!("severity" in error)) return error;
  return new StoreError(
    "store_failed",
    `${where} failed: ${why}.`,
    "Look into the log of PostgreSQL, then try again.",
    error,
  );
}

interface Kind {
  readonly codes: RegExp;
  /** What says the same where there is no code. */
  readonly words?: RegExp;
  readonly is: StoreError["code"];
  readonly says: string;
  readonly fix: string;
}

/** Source: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const kinds: readonly Kind[] = [
  {
    codes: /^(28P01|28000)$/,
    is: "store_refused",
    says: "does not let us in",
    fix: "Mend the user and the password in DATABASE_URL, or let this user in (pg_hba.conf).",
  },
  {
    codes: /^3D000$/,
    is: "store_refused",
    says: "is not there",
    fix: "Make the database (createdb, with the encoding UTF8), or name another one in DATABASE_URL.",
  },
  {
    codes: /^53100$/,
    is: "disk_full",
    says: "has no room left",
    fix: "Make room on the disk of PostgreSQL, then try again.",
  },
  {
    codes: /^(25006|42501)$/,
    is: "store_unwritable",
    says: "cannot be written",
    fix: "Name the primary server and a user that may make tables in the schema, in DATABASE_URL.",
  },
  {
    codes: /^57014$/,
    is: "store_timeout",
    says: "took too long to answer",
    fix: "Ask for less at once, or again when there is less to do.",
  },
  {
    codes: /^(55P03|40P01|40001)$/,
    is: "store_locked",
    says: "is locked",
    fix: "Wait until whoever holds the lock has finished, then try again.",
  },
  {
    codes: /^XX00[12]$/,
    is: "store_damaged",
    says: "is damaged",
    fix: "Put back a backup of the database.",
  },
  {
    codes: /CERT|^ERR_(TLS|SSL)/,
    words: /SSL|certificate/,
    is: "store_refused",
    says: "has no connection that we trust",
    fix: "Mend sslmode in DATABASE_URL (disable, require, verify-ca or verify-full), and sslrootcert where the server's certificate is signed by an authority of your own.",
  },
  {
    codes: /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOST|ENET|ENOENT|57P0|08|53300)/,
    words:
      /^(Connection terminated|timeout exceeded|timeout expired|Client has encountered|Client was closed)/i,
    is: "store_unreachable",
    says: "cannot be reached",
    fix: "Start PostgreSQL, mend the way to it, or name another one in DATABASE_URL; then try again.",
  },
];

/** The database as a person knows it, without its password. */
function nameOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null
    ? "The database of DATABASE_URL"
    : `The database ${parsed.pathname.slice(1) || "of the user"} on ${parsed.host || "this machine"}`;
}
