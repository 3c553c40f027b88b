// Compiles src into dist, the folder that the published package runs from.
import { execFileSync } from "node:child_process";
import { cpSync, globSync, rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
execFileSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
for (const file of globSync("**/*.sql", { cwd: "src" })) cpSync(`src/${file}`, `dist/${file}`);
