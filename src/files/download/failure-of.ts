import { DownloadError, type DownloadFailure } from "./download-failure.ts";

/** What OpenSSL and Node say of a certificate, by the beginnings of their codes. */
const certificate = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_)/;
const timedOut = /TIMEOUT|^(?:ETIMEDOUT|TimeoutError)$/;
const cut: ReadonlySet<string> = new Set(["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "UND_ERR_SOCKET"]);

/** What undici or the system threw, or a part of ours, as the failure of a download. */
export function failureOf(thrown: unknown): DownloadFailure {
  const known = errorsOf(thrown).find((error) => error instanceof DownloadError);
  if (known !== undefined) return known.failure;
  const codes = errorsOf(thrown).flatMap((error) => {
    const { code, name } = error as NodeJS.ErrnoException;
    return [name, ...(typeof code === "string" ? [code] : [])];
  });
  const any = (pattern: { test(text: string): boolean }) =>
    codes.find((code) => pattern.test(code));
  const bad = any(certificate);
  if (bad !== undefined) {
    return failed("certificate_refused", `The certificate of the host is not valid (${bad}).`);
  }
  if (any(timedOut)) return failed("timed_out", "It took too long.");
  if (any({ test: (code) => cut.has(code) })) {
    return failed("cut", "The connection ended before all of it had come.");
  }
  return failed("unreachable", `The host does not answer (${codes.at(-1)}).`);
}

function failed(...given: ConstructorParameters<typeof DownloadError>): DownloadFailure {
  return new DownloadError(...given).failure;
}

/** An error, those that it was made of, and what caused them. */
function errorsOf(thrown: unknown): readonly Error[] {
  if (!(thrown instanceof Error)) return [];
  const inner = thrown instanceof AggregateError ? thrown.errors : [];
  return [thrown, ...inner.flatMap(errorsOf), ...errorsOf(thrown.cause)];
}
