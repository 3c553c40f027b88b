import { defineConfig } from "vitest/config";

if (Number.parseInt(process.versions.node, 10) < 24) {
  throw new Error(
    `The tests need Node 24; this is ${process.version}. \`npm ci --ignore-scripts=false\` brings it.`,
  );
}

export default defineConfig({
  test: {
    include: ["{src,test,fixtures,scripts}/**/*.test.ts"],
    // Some tests start the command line, which starts workers: on two busy cores that takes a while.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ["default", "./test/closing-line.ts"],
  },
});
