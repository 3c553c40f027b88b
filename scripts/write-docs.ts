// Writes the pages of docs/ that are made from the source.
import { readFileSync, writeFileSync } from "node:fs";
import { errorsPage } from "./errors-page.ts";
import { formatPage } from "./format-page.ts";
import { operationsPage } from "./operations-page.ts";

writeFileSync("docs/format.md", formatPage());
writeFileSync("docs/errors.md", await errorsPage());
writeFileSync("docs/operations.md", operationsPage(readFileSync("docs/operations.md", "utf8")));
