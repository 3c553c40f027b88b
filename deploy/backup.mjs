// Copies the databases of a data folder while it is in use: node backup.mjs FOLDER COPY
import { backup, DatabaseSync } from "node:sqlite";

const [folder, copy] = process.argv.slice(2);
// In this order: what is loaded beyond what the imports say is gone on with, but not the other way round.
for (const name of ["control.db", "data.db"]) {
  const db = new DatabaseSync(`${folder}/${name}`, { readOnly: true });
  // All pages in one step, or it would begin anew whenever something is written.
  await backup(db, `${copy}/${name}`, { rate: 2 ** 31 - 1 });
  db.close();
}
