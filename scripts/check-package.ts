// Packs the package as npm would publish it, checks the tarball, installs it in an empty folder and runs its demo there.
import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "chatferry-package-"));
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { stdio: "inherit" });

try {
  run("npm", "pack", "--loglevel", "error", "--pack-destination", folder);
  const [tarball] = globSync(join(folder, "*.tgz"));
  if (tarball === undefined) throw new Error(`npm pack left no tarball in ${folder}`);

  run("publint", "--strict", tarball);
  run("attw", "--profile", "esm-only", "--no-emoji", "--no-summary", tarball);

  run("npm", "install", "--loglevel", "error", "--prefer-offline", "--prefix", folder, tarball);
  run(join(folder, "node_modules/.bin/chatferry"), "demo", "--data", join(folder, "data"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
