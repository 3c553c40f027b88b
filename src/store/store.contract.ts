import { describe } from "vitest";
import { appContract } from "./contract/apps.ts";
import { queryContract } from "./contract/queries.ts";
import type { MakePlace } from "./contract/store-place.ts";

/** What every store does, whatever it is built on. Call it in a test file of the implementation. */
export function storeContract(name: string, makePlace: MakePlace): void {
  describe(`${name}: apps`, () => appContract(makePlace));
  describe(`${name}: queries`, () => queryContract(makePlace));
}
