/** The server cannot listen where it should. `message` says why, `fix` how to mend it. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  readonly fix: string;

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const [why, fix] = reason(cause);
    super(`Port ${port} of ${host} ${why}.`, { cause });
    this.fix = fix;
  }
}

function reason({ code, message }: NodeJS.ErrnoException): readonly [why: string, fix: string] {
  switch (code) {
    case "EADDRINUSE":
      return [
        "is taken",
        "Stop what listens there, or name another by --port; 0 takes one that is free.",
      ];
    case "EACCES":
      return ["is not for this user", "Name a port from 1024 on by --port."];
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return [
        "is not of this machine",
        "Name one of its addresses by --host; 0.0.0.0 is all of them.",
      ];
    default:
      return [`cannot be listened to: ${message}`, "Name another by --host and --port."];
  }
}
