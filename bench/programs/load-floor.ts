// Prints what the floor of a load costs. Words: the paths of the file and of a new database.
import { loadFloor } from "../load-floor.ts";

const [file, database] = process.argv.slice(2) as [string, string];
console.log(JSON.stringify(await loadFloor(file, database)));
