import { defineConfig } from "vitest/config";

if (Number.parseInt(process.versions.node, 10) < 24) {
  throw new Error(
    `The tests need Node 24; this is ${process.version}. \`npm ci --ignore-scripts=false\` brings it.`,
  );
}

const longTests = "{src,test}/**/*.long.test.ts";

/** What runs on any store: once on SQLite, once on PostgreSQL. */
const onAnyStore = "src/{imports,server,client}/**/*.test.ts";

// `--mode long` runs what takes longer than two minutes, and nothing else.
export default defineConfig(({ mode }) => {
  const tests =
    mode === "long"
      ? { include: [longTests], exclude: [] }
      : { include: ["{src,test,fixtures,scripts}/**/*.test.ts"], exclude: [longTests] };
  const project = (name: string, onPostgres: boolean, include = tests.include) => ({
    extends: true as const,
    test: { name, include, exclude: tests.exclude, provide: { onPostgres } },
  });
  return {
    test: {
      // Some tests start the command line, which starts workers: on two busy cores that takes a while.
      testTimeout: 120_000,
      expect: { poll: { timeout: 60_000 } },
      hookTimeout: 60_000,
      maxWorkers: 2,
      // Who runs the tests may work on a database of their own.
      env: { DATABASE_URL: "" },
      globalSetup: "./test/postgres/set-up.ts",
      reporters: ["default", "./test/closing-line.ts"],
      projects: [
        project("all", false),
        ...(mode === "long" ? [] : [project("postgres", true, [onAnyStore])]),
      ],
    },
  };
});
