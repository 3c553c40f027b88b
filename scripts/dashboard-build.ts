import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { gzipSync } from "node:zlib";

const root = join(import.meta.dirname, "..");
const built = join(root, "dist-dashboard");
const page = join(built, "index.html");

/** What the dashboard is made of, from the root of the checkout. */
const sources = [
  "dashboard/**/*.*",
  "src/{format,generate,analyse,client}/**/*.ts",
  "package-lock.json",
  "scripts/dashboard-build.ts",
];

/** Builds the dashboard where something that it is made of is newer than what was built: it takes seconds, telling so takes none. Beside each file that shrinks stands one that is gzipped, for browsers that take it. What was built before is replaced at once, so that builds side by side do no harm. */
export function buildDashboard(): void {
  if (isFresh()) return;
  console.error("Building the dashboard …");
  const folder = mkdtempSync(`${built}-`);
  try {
    execFileSync("vite", ["build", join(root, "dashboard"), "--outDir", folder], {
      cwd: root,
      // Output goes to standard error: standard output is the command's.
      stdio: ["ignore", 2, 2],
      env: {
        ...process.env,
        NODE_ENV: "production",
        PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"]}`,
      },
    });
    for (const file of globSync(join(folder, "assets/*.{js,css,svg}"))) {
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    }
    chmodSync(folder, 0o755);
    rmSync(built, { recursive: true, force: true });
    renameSync(folder, built);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isFresh(): boolean {
  if (!existsSync(page)) return false;
  const since = statSync(page).mtimeMs;
  // The build itself writes the tree of routes.
  return globSync(sources, { cwd: root, exclude: (path) => path.endsWith(".gen.ts") }).every(
    (file) => statSync(join(root, file)).mtimeMs <= since,
  );
}
