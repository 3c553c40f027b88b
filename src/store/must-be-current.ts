import { StoreError } from "./store-error.ts";

/** Throws a {@link StoreError} `store_older` where a schema lacks steps.
 *
 * @param pending the steps that it lacks */
export function mustBeCurrent(pending: readonly unknown[]): void {
  if (pending.length === 0) return;
  throw new StoreError(
    "store_older",
    "The store was made by an older version, and cannot be brought up to date where it may not be written.",
    "Make its folder writable and ask again, or copy the folder and name the copy.",
  );
}
