#!/usr/bin/env node
// Plain JavaScript that an old Node understands, so that it gets a sentence and not a syntax error.
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname } from "node:path";

const needed = "24.15";
const here = (path) => new URL(`../${path}`, import.meta.url);

if (isOlder(process.versions.node, needed)) {
  const found = `Node ${process.versions.node} (${process.execPath})`;
  console.error(`chatferry needs Node ${needed} or newer; this is ${found}.\n${howToGetIt()}`);
  process.exitCode = 3;
} else {
  // Starting takes half the time when what was compiled last time is kept.
  const { directory } = module.enableCompileCache();
  // Threads do not take it over by themselves.
  if (directory) process.env.NODE_COMPILE_CACHE = dirname(directory);
  const source = here("src/cli/main.ts");
  void import(existsSync(source) ? source.href : here("dist/cli/main.js").href);
}

function isOlder(version, than) {
  const [major, minor] = version.split(".").map(Number);
  const [thanMajor, thanMinor] = than.split(".").map(Number);
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}

function howToGetIt() {
  const download = "get it from https://nodejs.org, or with a version manager: `nvm install 24`.";
  if (!existsSync(here("src/cli/main.ts"))) return `To have it, ${download}`;
  if (existsSync(here("node_modules/node/bin/node"))) {
    return "This checkout has it: run `npm start -- ...` and not `node bin/chatferry.js ...`.";
  }
  return `To have it in this checkout, run \`npm ci --ignore-scripts=false\`; \`npm start\` then uses it.\nOr ${download}`;
}
