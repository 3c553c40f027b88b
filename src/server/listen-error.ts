/** The server cannot listen where it should. `message` says why, `fix` how to mend it. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  readonly fix: string;

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const [why, fix] = reason(host, `Port ${port} of ${host}`, cause);
    super(`${why}.`, { cause });
    this.fix = fix;
  }
}

function reason(
  host: string,
  place: string,
  { code, message }: NodeJS.ErrnoException,
): readonly [why: string, fix: string] {
  switch (code) {
    case "EADDRINUSE":
      return [
        `${place} is taken`,
        "Stop what listens there, or name another by --port; 0 takes one that is free.",
      ];
    case "EACCES":
      return [`${place} is not for this user`, "Name a port from 1024 on by --port."];
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return [
        `${host} is no address of this machine`,
        "Name one of its addresses by --host; 0.0.0.0 is all of them.",
      ];
    default:
      return [`${place} cannot be listened to: ${message}`, "Name another by --host and --port."];
  }
}
