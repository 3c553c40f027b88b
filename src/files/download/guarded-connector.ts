import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { DownloadError } from "./download-failure.ts";
import { mayBeAsked } from "./may-be-asked.ts";

/** An address that a name resolves to. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Looks a name up: all its addresses. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

/** Names of errors of the system's resolver that say that the name is not there, not that it could not be asked. */
const notFound: ReadonlySet<string> = new Set(["ENOTFOUND", "ENODATA", "ENONAME"]);

/** Connects only to where downloads may go. Every address that a name resolves to is looked at, and the connection goes to one of those and to nothing that is looked up again: a name that resolves to something else the next time gains nothing by it.
 *
 * @param allowed names of hosts, and addresses, that may be asked whatever they are
 * @param timeout of connecting, in milliseconds */
export function guardedConnector(
  allowed: ReadonlySet<string>,
  resolve: Resolve,
  timeout: number,
): buildConnector.connector {
  const checked: Resolve = async (host) => {
    const addresses = await resolve(host).catch((error: unknown) => {
      throw unresolved(host, error);
    });
    if (addresses.length === 0) throw unresolved(host, { code: "ENOTFOUND" });
    if (!allowed.has(host)) for (const { address } of addresses) mustBeAsked(host, address);
    return addresses;
  };
  const connect = buildConnector({
    timeout,
    lookup: (host, { all }, done) => void answer(host, all === true, done),
  });
  const answer = async (host: string, all: boolean, done: Parameters<LookupFunction>[2]) => {
    try {
      const addresses = await checked(host);
      if (all) done(null, [...addresses]);
      else done(null, addresses[0]!.address, addresses[0]!.family);
    } catch (error) {
      done(error as Error, []);
    }
  };
  return (options, done) => {
    const host = options.hostname.replace(/^\[(.*)\]$/, "$1");
    try {
      // An address is not looked up.
      if (isIP(host) > 0 && !allowed.has(host)) mustBeAsked(host, host);
    } catch (error) {
      done(error as Error, null);
      return;
    }
    connect(options, done);
  };
}

function mustBeAsked(host: string, address: string): void {
  if (mayBeAsked(address)) return;
  const which = host === address ? host : `${host} is ${address}, which`;
  throw new DownloadError(
    "address_refused",
    `${which} is not an address of the public internet, and is not allowed.`,
  );
}

function unresolved(host: string, error: unknown): DownloadError {
  const { code } = error as NodeJS.ErrnoException;
  return notFound.has(code ?? "")
    ? new DownloadError("name_not_found", `There is no host ${host}.`)
    : new DownloadError("name_unresolved", `The host ${host} cannot be looked up (${code}).`);
}
