/** A page of a list; no `next` on the last. */
export interface ItemPage<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}
