// Compiles src into dist and the dashboard into dist-dashboard, the folders that the published package runs from.
import { execFileSync } from "node:child_process";
import { buildDashboard } from "./dashboard-build.ts";
import { cpSync, globSync, rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
execFileSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
for (const file of globSync("**/*.sql", { cwd: "src" })) cpSync(`src/${file}`, `dist/${file}`);
buildDashboard();
