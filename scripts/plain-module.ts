import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const options = ["-O3", "--noAssert", "--runtime", "stub", "--use", "abort="];
const features = ["--enable", "simd", "--enable", "bulk-memory"];

/** Compiles src/analyse/plain to WebAssembly, and gives the source of the module that holds it.
 *
 * @throws where it does not compile */
export function plainModule(): string {
  const folder = mkdtempSync(join(tmpdir(), "chatferry-plain-"));
  try {
    const file = join(folder, "plain.wasm");
    const base = ["--baseDir", "src/analyse/plain"];
    execFileSync("asc", ["index.ts", ...base, "--outFile", file, ...options, ...features]);
    const text = readFileSync(file).toString("base64");
    return `// Generated from src/analyse/plain by \`npm run plain\`.

/** The module that src/analyse/plain is compiled to, as base64. */
export const plainModule =
  "${text}";
`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
