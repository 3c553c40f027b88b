import type { PresentedItem } from "../../store/index.ts";

/** Messages in the order in which pages of the API show them. Source: http-api section 6.3. */
export function oldestFirst(messages: readonly PresentedItem[]): readonly PresentedItem[] {
  const place = ({ created_at, id }: PresentedItem) => `${created_at as string} ${id as string}`;
  return messages.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}
