import { defineConfig } from "vitest/config";

if (Number.parseInt(process.versions.node, 10) < 24) {
  throw new Error(
    `The tests need Node 24; this is ${process.version}. \`npm ci --ignore-scripts=false\` brings it.`,
  );
}

const longTests = "{src,test}/**/*.long.test.ts";

// `--mode long` runs what takes longer than two minutes, and nothing else.
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === "long" ? [longTests] : ["{src,test,fixtures,scripts}/**/*.test.ts"],
    exclude: mode === "long" ? [] : [longTests],
    // Some tests start the command line, which starts workers: on two busy cores that takes a while.
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ["default", "./test/closing-line.ts"],
  },
}));
