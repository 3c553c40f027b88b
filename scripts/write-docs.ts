// Writes the pages of docs/ that are made from the source.
import { writeFileSync } from "node:fs";
import { errorsPage } from "./errors-page.ts";
import { formatPage } from "./format-page.ts";

writeFileSync("docs/format.md", formatPage());
writeFileSync("docs/errors.md", await errorsPage());
