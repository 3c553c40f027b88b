import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { S3Place } from "../s3/s3-place.ts";

/** A real object store that checks signatures: OpenStack Swift with its s3api, on a port of this machine. */
export interface S3Server extends AsyncDisposable {
  /** A bucket that is there. */
  readonly place: S3Place;
  /** What the environment of whoever uses it must hold. */
  readonly env: Readonly<Record<string, string>>;
}

const python = "/usr/bin/python3";
const script = fileURLToPath(new URL("s3-server.py", import.meta.url));

/** What the environment says of the only user there is. */
const env = { AWS_ACCESS_KEY_ID: "test:tester", AWS_SECRET_ACCESS_KEY: "testing" };

/** Starts it with an empty bucket, installs it before where this may be done, and sets the credentials of this process to those it knows.
 *
 * @throws where it is not there and cannot be installed, with what to install */
export async function s3Server(): Promise<S3Server> {
  install();
  const folder = await mkdtemp(join(tmpdir(), "chatferry-s3-"));
  const child = spawn(python, [script, folder], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [endpoint] = (await Promise.race([
    once(createInterface(child.stdout), "line"),
    ended.then(() => Promise.reject(new Error("the S3 server ended before it answered"))),
  ])) as [string];
  Object.assign(process.env, env);
  const place = { bucket: "files", endpoint, region: "eu-test-1", pathStyle: true };
  const client = new S3Client({ ...place, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: place.bucket }));
  client.destroy();
  return {
    place,
    env,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function install(): void {
  if (isThere()) return;
  const apt = "/usr/bin/apt-get";
  if (process.getuid?.() !== 0 || !existsSync(apt)) {
    throw new Error("The tests of S3 need OpenStack Swift: install the package python3-swift.");
  }
  const run = (...words: string[]) =>
    execFileSync(apt, ["-qq", "-o", "DPkg::Lock::Timeout=300", ...words], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: "inherit",
    });
  run("update");
  run("install", "-y", "--no-install-recommends", "python3-swift");
}

function isThere(): boolean {
  try {
    execFileSync(python, ["-c", "import swift.proxy.server"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
