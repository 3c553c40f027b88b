import { describe } from "vitest";
import { appContract } from "./contract/apps.ts";
import { channelTypeContract } from "./contract/channel-types.ts";
import { crashContract } from "./contract/crash.ts";
import { detailsContract } from "./contract/details.ts";
import { knownItemContract } from "./contract/known-items.ts";
import { loadContract } from "./contract/loads.ts";
import { queryFilterContract } from "./contract/queries-filters.ts";
import { queryHostileContract } from "./contract/queries-hostile.ts";
import { querySearchContract } from "./contract/queries-search.ts";
import { queryViewContract } from "./contract/queries-views.ts";
import { queryContract } from "./contract/queries.ts";
import type { MakePlace } from "./contract/store-place.ts";
import { upsertContract } from "./contract/upsert.ts";
import { viewerContract } from "./contract/viewers.ts";

/** What every store does, whatever it is built on. Call it in a test file of the implementation. */
export function storeContract(name: string, makePlace: MakePlace): void {
  describe(`${name}: apps`, () => {
    appContract(makePlace);
  });
  describe(`${name}: channel types`, () => {
    channelTypeContract(makePlace);
  });
  describe(`${name}: upsert`, () => {
    upsertContract(makePlace);
  });
  describe(`${name}: known items`, () => {
    knownItemContract(makePlace);
  });
  describe(`${name}: loads`, () => {
    loadContract(makePlace);
  });
  describe(`${name}: crash`, () => {
    crashContract(makePlace);
  });
  describe(`${name}: queries`, () => {
    queryContract(makePlace);
  });
  describe(`${name}: filters and sorts`, () => {
    queryFilterContract(makePlace);
  });
  describe(`${name}: views and places`, () => {
    queryViewContract(makePlace);
  });
  describe(`${name}: details`, () => {
    detailsContract(makePlace);
  });
  describe(`${name}: viewers`, () => {
    viewerContract(makePlace);
  });
  describe(`${name}: search`, () => {
    querySearchContract(makePlace);
  });
  describe(`${name}: hostile questions`, () => {
    queryHostileContract(makePlace);
  });
}
