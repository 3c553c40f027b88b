import { describe } from "vitest";
import { accountContract } from "./contract/accounts.ts";
import { importContract } from "./contract/imports.ts";
import { keyContract } from "./contract/keys.ts";
import { leaseContract } from "./contract/leases.ts";
import type { MakePlace } from "./contract/store-place.ts";

/** What is kept of accounts, keys and imports, whatever it is built on. Call it in a test file of the implementation. */
export function controlContract(name: string, makePlace: MakePlace): void {
  describe(`${name}: accounts`, () => {
    accountContract(makePlace);
  });
  describe(`${name}: keys`, () => {
    keyContract(makePlace);
  });
  describe(`${name}: imports`, () => {
    importContract(makePlace);
  });
  describe(`${name}: leases`, () => {
    leaseContract(makePlace);
  });
}
