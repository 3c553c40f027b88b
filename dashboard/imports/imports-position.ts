import type { ImportTask } from "../../src/server/index.ts";
import { stateWords } from "./state-words.ts";

/** Which imports are shown, as the address has it. */
export interface ImportsPosition {
  /** Only those in this state. */
  readonly state?: ImportTask["state"];
  /** How many are passed over. */
  readonly from?: number;
}

/** Reads the position from an address; what makes no sense is left out. */
export function importsPosition(search: Record<string, unknown>): ImportsPosition {
  const { state, from } = search;
  return {
    ...(typeof state === "string" &&
      Object.hasOwn(stateWords, state) && { state: state as ImportTask["state"] }),
    ...(Number.isSafeInteger(from) && Number(from) > 0 && { from: Number(from) }),
  };
}
