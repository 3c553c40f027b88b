import type { StoreLocation } from "../open-store.ts";

/** Makes an empty place for a store; disposing of it removes what is there. */
export type MakePlace = () => Promise<StorePlace>;

/** A place for a store of a test. */
export interface StorePlace extends AsyncDisposable {
  readonly location: StoreLocation;
}
