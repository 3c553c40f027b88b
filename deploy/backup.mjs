// Copies the databases of a data folder while it is in use: node backup.mjs FOLDER COPY
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";

const names = ["control.db", "data.db"];
const [folder, copy] = process.argv.slice(2);
if (folder === undefined || copy === undefined || process.argv.length > 4) {
  fail("usage: node backup.mjs FOLDER COPY\n  FOLDER is the data folder, COPY the one to copy to.");
}
const there = names.filter((name) => existsSync(join(folder, name)));
if (there.length === 0) fail(`There is no store in ${folder}: name the folder of --data.`);
for (const name of names) {
  if (existsSync(join(copy, name)))
    fail(`${join(copy, name)} is there already: name an empty folder.`);
}
try {
  mkdirSync(copy, { recursive: true });
  // In this order: what is loaded beyond what the imports say is gone on with, but not the other way round.
  for (const name of there) {
    const db = new DatabaseSync(join(folder, name), { readOnly: true });
    // All pages in one step, or it would begin anew whenever something is written.
    await backup(db, join(copy, name), { rate: 2 ** 31 - 1 });
    db.close();
  }
} catch (error) {
  fail(`The copy is not complete: ${error instanceof Error ? error.message : String(error)}.`);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
