import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** Where somebody has logged in. */
export interface Login {
  /** Of the server. */
  readonly url: string;
  readonly key: string;
  /** A server token. */
  readonly token: string;
}

/** The file of the login cannot be used. */
class LoginFileError extends Error {
  override readonly name = "LoginFileError";
  readonly fix: string;

  constructor(
    message: string,
    cause?: unknown,
    fix = "Mend or remove the file, then log in again: chatferry login.",
  ) {
    super(message, { cause });
    this.fix = fix;
  }
}

/** Where the login is kept. Source: the XDG Base Directory Specification. */
export function loginPath(): string {
  const folder = process.env["XDG_CONFIG_HOME"] || join(homedir(), ".config");
  return join(folder, "chatferry", "login.json");
}

/** Reads the login; undefined where there is none.
 *
 * @throws LoginFileError when the file cannot be read, or is none */
export async function readLogin(): Promise<Login | undefined> {
  const path = loginPath();
  try {
    const login = JSON.parse(await readFile(path, "utf8")) as Partial<Login>;
    const { url, key, token } = login;
    if ([url, key, token].every((text) => typeof text === "string")) return login as Login;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new LoginFileError(`${path} cannot be read: ${(error as Error).message}`, error);
  }
  throw new LoginFileError(`${path} holds no login`);
}

/** Keeps a login in place of the one before, in a file that only its owner can read.
 *
 * @throws LoginFileError when it cannot be written */
export async function writeLogin(login: Login): Promise<void> {
  const path = loginPath();
  const own = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(own, `${JSON.stringify(login, undefined, 2)}\n`, { mode: 0o600, flag: "wx" });
    await rename(own, path);
  } catch (error) {
    throw new LoginFileError(
      `${path} cannot be written: ${(error as Error).message}`,
      error,
      "Make its folder writable for this user, or name another one by XDG_CONFIG_HOME; the login is not kept.",
    );
  }
}
