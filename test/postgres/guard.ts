import { spawn, spawnSync, type SpawnOptions } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binaries } from "./binaries.ts";

/** PostgreSQL refuses to run as root; `nobody` is there on every system that has root. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const who: SpawnOptions = isRoot ? { uid: nobody, gid: nobody } : {};

/** What a server of tests need not do: survive a power cut. */
const settings = ["fsync=off", "full_page_writes=off", "max_connections=200", "autovacuum=off"];

const folder = mkdtempSync(join(tmpdir(), "chatferry-postgres-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
// The one who started this is told by its standard input, and may have been asked to stop together with it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
chmodSync(folder, 0o755);

const bin = binaries(folder);
const passwordFile = join(folder, "password");
const data = join(folder, "data");
const password = randomBytes(8).toString("hex");
writeFileSync(passwordFile, password);
if (isRoot) {
  chownSync(folder, nobody, nobody);
  chownSync(passwordFile, nobody, nobody);
}
const kind = ["-U", "owner", "-A", "scram-sha-256", "-E", "UTF8", "--no-locale", "--no-sync"];
const made = spawnSync(join(bin, "initdb"), ["-D", data, "--pwfile", passwordFile, ...kind], {
  ...who,
  cwd: folder,
  encoding: "utf8",
});
if (made.status !== 0) throw new Error(`initdb: ${made.stdout}${made.stderr}${made.error ?? ""}`);

const port = await freePort();
const options = [
  "port=" + port,
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  ...settings,
];
const server = spawn(
  join(bin, "postgres"),
  ["-D", data, ...options.flatMap((option) => ["-c", option])],
  { ...who, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
);
const exit = once(server, "exit");
let log = "";
server.stderr.setEncoding("utf8").on("data", (text: string) => {
  log = (log + text).slice(-100_000);
  if (/ready to accept connections/.test(text)) {
    console.log(`postgres://owner:${password}@127.0.0.1:${port}/postgres`);
  }
});
process.stdin.resume().on("end", () => server.kill("SIGQUIT"));
const [status, signal] = (await exit) as [number | null, string | null];
if (signal === null && status !== 0 && !process.stdin.readableEnded) console.error(log);
process.exit(process.stdin.readableEnded ? 0 : 1);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
