import { writeFileSync } from "node:fs";
import { plainModule } from "./plain-module.ts";

writeFileSync("src/analyse/plain-module.ts", plainModule());
