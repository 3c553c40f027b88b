import { envelopeFaults } from "./envelope-faults.ts";
import type { Fault, PlantedCode } from "./fault.ts";
import { fieldFaults } from "./field-faults.ts";
import { referenceFaults } from "./reference-faults.ts";
import { ruleFaults } from "./rule-faults.ts";
import { textFaults } from "./text-faults.ts";

/** How to plant every issue code that a file can have by itself. */
export const faults: Readonly<Record<PlantedCode, Fault>> = {
  ...textFaults,
  ...envelopeFaults,
  ...fieldFaults,
  ...ruleFaults,
  ...referenceFaults,
};
